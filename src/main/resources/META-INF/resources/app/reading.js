// What a printed phrase was read as, in words.

import { chinese } from './words.js';

const zh = {
  AtLeast: r => `不低于${r.value}${r.unit}`, Above: r => `高于${r.value}${r.unit}`, AtMost: r => `不高于${r.value}${r.unit}`, Below: r => `低于${r.value}${r.unit}`,
  About: r => `${r.value}${r.unit}左右（容差${r.tolerance}${r.assumed ? '，按默认' : ''}）`, Between: r => `${r.from}—${r.to}${r.unit}`, Exactly: r => `等于${r.value}${r.unit}`,
  ChangeBy: r => `${r.baseYear ? `较${r.baseYear}年` : '自基期年起'}累计变化${r.strict ? '大于' : '不少于'}${r.value}${{ PERCENT: '%', POINT: '个百分点' }[r.changeUnit] ?? r.unit}`,
  Maintain: r => `稳定在${r.value}${r.unit}（容差${r.tolerance}）`, NotWorseThanBaseline: () => '每期不差于基数',
  Improve: r => (r.against === 'EVERY_YEAR' ? '逐年优于上年' : '优于基数'), StableOrImproving: () => '每期不差于基数和上年',
  NegativeGrowth: r => `${r.everyYear ? '每年' : ''}低于上年`, ZeroGrowth: r => `${r.everyYear ? '每年' : ''}不高于上年`,
  Eliminate: r => (r.basically ? '基本清零（标准待认定）' : '清零'), Complete: r => (r.basically ? '基本完成（标准待认定）' : `完成${r.value ?? '全部'}${r.value === undefined ? '' : r.unit}`),
  Prohibited: () => '每期为零', ByStandard: r => `达到${r.standard}`, SameAs: r => `与“${r.reference}”相同`, StateAssessed: () => '数值待国家或上级下达', Judged: () => '由人工认定',
};
const en = {
  AtLeast: r => `at least ${r.value} ${r.unit}`, Above: r => `above ${r.value} ${r.unit}`, AtMost: r => `at most ${r.value} ${r.unit}`, Below: r => `below ${r.value} ${r.unit}`,
  About: r => `about ${r.value} ${r.unit} (tolerance ${r.tolerance}${r.assumed ? ', by default' : ''})`, Between: r => `${r.from} to ${r.to} ${r.unit}`, Exactly: r => `exactly ${r.value} ${r.unit}`,
  ChangeBy: r => `changed by ${r.strict ? 'more than' : 'at least'} ${r.value} ${{ PERCENT: '%', POINT: 'percentage points' }[r.changeUnit] ?? r.unit} since ${r.baseYear ?? 'its base year'}`,
  Maintain: r => `stay at ${r.value} ${r.unit} (tolerance ${r.tolerance})`, NotWorseThanBaseline: () => 'never worse than the baseline',
  Improve: r => (r.against === 'EVERY_YEAR' ? 'better than each year before' : 'better than the baseline'), StableOrImproving: () => 'never worse than the baseline and the year before',
  NegativeGrowth: () => 'below the year before', ZeroGrowth: () => 'not above the year before',
  Eliminate: r => (r.basically ? 'basically none (to be defined)' : 'none left'), Complete: r => (r.basically ? 'basically completed (to be defined)' : `completed: ${r.value ?? 'all'} ${r.value === undefined ? '' : r.unit}`),
  Prohibited: () => 'none in any period', ByStandard: r => `meets ${r.standard}`, SameAs: r => `the same as “${r.reference}”`, StateAssessed: () => 'a figure that the state gives later', Judged: () => 'a person’s finding',
};

export function reading(rules, unit = '') {
  return rules.map(rule => (chinese() ? zh : en)[rule.type]?.({ ...rule, value: rule.value ?? undefined, unit: rule.unit ?? unit }).trim() ?? rule.type)
    .join(chinese() ? '；' : '; ');
}
