// The words of the pages, in Chinese and English. Names of outcomes and the like come with the data.

import { state } from './state.js';

export function language() {
  const asked = state().lang ?? localStorage.getItem('lang') ?? navigator.language ?? 'zh-CN';
  return asked.startsWith('en') ? 'en' : 'zh-CN';
}

export function chinese() {
  return language() === 'zh-CN';
}

const WORDS = {
  product: ['对标', 'Duibiao'],
  slogan: ['规划目标完成情况', 'Is the plan kept?'],
  skip: ['跳到正文', 'Skip to content'],
  plan: ['规划', 'Plan'],
  region: ['地区', 'Region'],
  period: ['时期', 'Period'],
  asOf: ['数据时点', 'Data as of'],
  asOfNow: ['当前', 'now'],
  past: ['正在查看 {0} 当时掌握的数据', 'You are looking at what was known at {0}'],
  unknownInstant: ['读不懂数据时点“{0}”', '“{0}” is no instant'],
  nothingYet: ['该时点之前尚未登记任何数据', 'Nothing had been recorded yet at that instant'],
  firstKnown: ['最早的数据登记于{0}', 'The first was recorded at {0}'],
  toFirst: ['查看最早的数据', 'See the first'],
  partsOf: ['{0}年内各期', 'Within {0}'],
  noPlan: ['没有这个规划：{0}', 'No such plan: {0}'],
  noPeriod: ['读不懂时期“{0}”，可写 2025、2025-S1、2025-Q3、2025-09', '“{0}” is no period; write 2025, 2025-S1, 2025-Q3 or 2025-09'],
  thenUnknown: ['也可能是在所选时点尚未登记，可回到当前再查。', 'It may not have been recorded yet at the instant chosen; look again as of now.'],
  toNow: ['回到当前', 'Back to now'],
  languageName: ['English', '中文'],
  theme: ['配色', 'Colours'],
  themeAuto: ['跟随系统', 'System'],
  themeLight: ['浅色', 'Light'],
  themeDark: ['深色', 'Dark'],
  overview: ['总览', 'Overview'],
  entry: ['填报', 'Data entry'],
  importing: ['导入', 'Import'],
  review: ['审核', 'Review'],
  planning: ['目标管理', 'Targets'],
  admin: ['账户与审计', 'Accounts and audit'],
  signIn: ['登录', 'Sign in'],
  signOut: ['退出', 'Sign out'],
  username: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  loading: ['正在读取…', 'Loading…'],
  meanwhile: ['他人已先登记，请刷新后核对', 'Somebody recorded it meanwhile; reload and check'],
  failed: ['未能完成', 'That did not work'],
  noAnswer: ['服务没有回应，请检查网络后重试', 'The service does not answer; check the network and try again'],
  answered: ['服务返回 {0}', 'The service answered {0}'],
  retry: ['重试', 'Try again'],
  forbidden: ['没有查看这一页的权限', 'You may not see this page'],
  otherAccount: ['本浏览器已改以“{0}”登录，请刷新页面', 'This browser is now signed in as {0}; reload the page'],
  forbiddenHint: ['请以有权限的账户登录', 'Sign in with an account that may'],
  nothing: ['没有符合条件的内容', 'Nothing matches'],
  noTargets: ['该规划没有为这一地区设定目标', 'The plan sets no target for this region'],
  noTargetsHint: ['可改选上级地区或其他规划', 'Choose the region above, or another plan'],
  binding: ['约束性指标', 'Binding'],
  expected: ['预期性指标', 'Expected'],
  tasks: ['任务指标', 'Tasks'],
  schedule: ['序时进度', 'Schedule'],
  met: ['达标', 'met'],
  notYetMet: ['尚未达标', 'not yet met'],
  notMet: ['未达标', 'not met'],
  notAssessable: ['暂不能评价', 'not assessable'],
  ahead: ['提前', 'ahead'],
  onSchedule: ['达到进度', 'on schedule'],
  behind: ['滞后', 'behind'],
  reversed: ['倒退', 'reversed'],
  held: ['保持', 'held'],
  lost: ['失守', 'lost'],
  notApplicable: ['不适用', 'not applicable'],
  PASS: ['全部约束性指标达标', 'All binding targets are met'],
  FAIL: ['有约束性指标未达标', 'A binding target is not met'],
  PENDING: ['约束性指标尚无定论', 'Binding targets are still open'],
  NONE: ['没有约束性指标', 'No binding target applies'],
  indicator: ['指标', 'Indicator'],
  baseline: ['基数', 'Baseline'],
  actual: ['实际', 'Actual'],
  target: ['目标', 'Target'],
  barHead: ['基数 → 实际 → 目标', 'Baseline → actual → target'],
  verdict: ['评价', 'Verdict'],
  direction: ['比上年', 'On the year before'],
  trend: ['走势', 'Trend'],
  gap: ['距目标', 'Gap'],
  completion: ['完成率', 'Completion'],
  due: ['时限', 'Due'],
  search: ['查找指标', 'Find an indicator'],
  all: ['全部', 'All'],
  attribute: ['属性', 'Kind'],
  shown: ['{0}项，共{1}项', '{0} of {1}'],
  provisional: ['快报', 'prov.'],
  provisionalFull: ['快报数，以核定数为准', 'Provisional'],
  FINAL: ['核定', 'final'],
  PROVISIONAL: ['快报', 'provisional'],
  reference: ['参照上级', 'reference'],
  referenceFull: ['本地区没有自己的目标，参照上级地区的目标值，不计入考核', "No target of its own: set against the region above, not counted"],
  noValue: ['未报', 'not reported'],
  evidence: ['依据', 'Evidence'],
  evidenceOf: ['“{0}”的依据', 'Evidence: {0}'],
  clauses: ['目标出处', 'Where the target is printed'],
  valueSource: ['实测值来源', 'Where the value comes from'],
  working: ['评价过程', 'Working'],
  methods: ['按其他已公布的方法', 'By other published methods'],
  methodsDiffer: ['结论不一致', 'They disagree'],
  resolved: ['下达／认定的数值', 'Figure given later'],
  beside: ['并存的其他目标', 'Targets beside it'],
  close: ['关闭', 'Close'],
  tiles: ['盟市方位格', 'Leagues as tiles'],
  tilesNote: ['示意排列，不代表行政边界', 'Schematic placing; no boundaries are shown'],
  tilesInOrder: ['按行政区划代码排列', 'In the order of their codes'],
  tilesNothing: ['没有下级地区适用这一指标', 'No region below has this indicator'],
  below: ['下级地区', 'Regions below'],
  belowFind: ['查找地区', 'Find a region'],
  counts: ['约束性：达标／尚未达标／未达标／暂不能评价', 'Binding: met / not yet / not met / not assessable'],
  seriesOf: ['历年数值', 'Series'],
  byYear: ['分年评价', 'Verdicts by year'],
  noRevisions: ['{0}没有单独报送的数值', 'No value was reported for {0}'],
  ranking: ['地区比较', 'Regions compared'],
  revisions: ['修订记录', 'Revisions'],
  cameAlong: ['随程序附带', 'came along'],
  wasReturned: ['退回', 'returned'],
  who: ['记录人', 'By'],
  when: ['记录时间', 'Recorded'],
  why: ['原因', 'Reason'],
  value: ['数值', 'Value'],
  status: ['状态', 'Status'],
  source: ['来源', 'Source'],
  note: ['备注', 'Note'],
  inWordsOnly: ['以文字表述，没有可画成曲线的数值', 'Told in words: there is no figure to draw'],
  aimIs: ['目标：{0}', 'Target: {0}'],
  plansTargets: ['各规划的目标', 'Targets in all plans'],
  conflicts: ['相互矛盾的目标', 'Targets that contradict one another'],
  inForce: ['现行', 'in force'],
  required: ['进度线', 'Schedule path'],
  year: ['年度', 'Year'],
  takeAway: ['取用', 'Take away'],
  picturesOfAll: ['图片为本规划的全部指标。', 'Pictures show all indicators of the plan.'],
  pictureOfAll: ['图片为全部地区，不随评价筛选和排序变化。', 'The picture shows all regions, whatever the table is narrowed to.'],
  tooManyToDraw: ['下级地区超过200个，不提供图片。', 'Of more than 200 regions there is no picture.'],
  rowsCounted: ['表格为各项明细，其中“参照上级”的行不计入评价。', 'The tables hold every row; those for reference are not counted.'],
  ascending: ['{0}（升序）', '{0}, ascending'],
  descending: ['{0}（降序）', '{0}, descending'],
  asInPlan: ['按规划原有顺序', 'As in the plan'],
  searchStays: ['查找和排序只在本页有效，不带入表格与接口地址。', 'Searching and sorting are of this page only; tables and the API call go without.'],
  apiCall: ['接口地址', 'API call'],
  copied: ['已复制', 'Copied'],
  copyByHand: ['已选中，请按 Ctrl+C 复制', 'Selected: press Ctrl+C to copy'],
  copy: ['复制', 'Copy'],
  choose: ['选择', 'Go'],
  chosen: ['已选', 'chosen'],
  unitOf: ['单位：{0}', 'Unit: {0}'],
  basisOf: ['口径：{0}', 'Basis: {0}'],
  official: ['上报数与汇总数相差 {0}', 'The reported figure differs from the roll-up by {0}'],
  coverage: ['由下级汇总，{1}个地区中{0}个已报', 'Rolled up: {0} of {1} regions reported'],
  covered: ['{0}/{1} 已报', '{0}/{1} reported'],
  notFound: ['没有这一页', 'No such page'],
  moreLines: ['显示更多', 'Show more'],
  noneYet: ['规划期内尚无实测值，所示为基期（{0}）情况', 'Nothing is reported since the base year ({0}), which is shown'],
  newestIs: ['本规划最新有数年份：', 'Last year with values: '],
  knownAt: ['数据截至{0}', 'As known at {0}'],
  pin: ['固定于此时点', 'Pin this instant'],
  rolledUp: ['由下级汇总', 'rolled up'],
  asPrinted: ['', 'Units, bases, phrases and sources stand as the documents print them, in Chinese.'],
  overall: ['总体评价', 'Overall'],
  order: ['排序', 'Order'],
  bestFirst: ['由优到劣', 'Best first'],
  worstFirst: ['由劣到优', 'Worst first'],
};

/** say('shown', 3, 21) in the language of the page. */
export function say(name, ...parts) {
  const [zh, en] = WORDS[name];
  return (chinese() ? zh : en).replace(/\{(\d)\}/g, (_, index) => parts[index]);
}

/** 满洲里市、包头市 */
export function listed(names) {
  return names.join(chinese() ? '、' : ', ');
}

/** Between a name and what is said of it. */
export function colon() {
  return chinese() ? '：' : ': ';
}

/** Pages bring words of their own, but none for what is called otherwise already. */
export function teach(more) {
  for (const [name, words] of Object.entries(more)) {
    if (WORDS[name] && String(WORDS[name]) !== String(words)) throw new Error(`another word for ${name}`);
    WORDS[name] = words;
  }
}
