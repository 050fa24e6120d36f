// An entry of the catalogue as a form: a plan, an indicator, a region, a group or a target; and how it came to be as it is.

import { get, list, send, url } from './api.js';
import { form, onlyFor } from './desk.js';
import { field, h, replace, select } from './dom.js';
import { instant } from './format.js';
import { author, notice, section, zh } from './parts.js';
import { reading } from './reading.js';
import { address, go, state } from './state.js';
import { resolve } from './targets.js';
import { colon, say, teach } from './words.js';

teach({
  'edit.plans': ['修改规划', 'Edit a plan'], 'edit.indicators': ['修改指标', 'Edit an indicator'], 'edit.regions': ['修改地区', 'Edit a region'],
  'edit.groups': ['修改区域', 'Edit a group'], 'edit.targets': ['修改目标', 'Edit a target'],
  'new.plans': ['新增规划', 'New plan'], 'new.indicators': ['新增指标', 'New indicator'], 'new.regions': ['新增地区', 'New region'], 'new.groups': ['新增区域', 'New group'],
  'new.targets': ['新增目标', 'New target'],
  needed: ['请填写', 'This is needed'],
  newCode: ['代码（小写字母、数字和连字符，登记后不变）', 'Code (small letters, digits and hyphens; it stays)'], newRegionCode: ['代码（行政区划代码）', 'Code (as in GB/T 2260)'],
  newNumber: ['代码（规划代码、点和序号）', "Code (the plan's code, a dot and a number)"], codeBad: ['只用小写字母、数字、连字符和点', 'Small letters, digits, hyphens and dots only'],
  kind: ['数值性质', 'What the figure is'], LEVEL: ['水平值', 'a level'], CUMULATIVE_CHANGE: ['较基期累计变化', 'a change since a base year'], CUMULATIVE_TOTAL: ['自起始日累计', 'a running total'],
  timing: ['时间性质', 'How it belongs to time'], STOCK: ['时点值', 'at a date'], FLOW: ['全期值', 'of a whole period'],
  aggregation: ['由下级汇总的方式', 'How it is rolled up'], 'sum.NONE': ['不汇总', 'not'], 'sum.MEAN': ['平均', 'mean'], 'sum.SUM': ['合计', 'sum'], 'sum.RATIO': ['比值', 'ratio '], 'sum.WEIGHTED': ['加权平均', 'weighted by '],
  targetRegion: ['地区代码（与区域只填一个）', 'Region code (or a group)'], targetGroup: ['区域', 'Group'],
  entryCode: ['代码 {0}', 'Code {0}'],
  'title.zh': ['名称', 'Title in Chinese'], 'title.en': ['英文名称', 'Title in English'], documentNumber: ['文号', 'Document number'], issuedOn: ['印发日期', 'Issued on'],
  startYear: ['起始年', 'First year'], endYear: ['终止年', 'Last year'], planBase: ['基期年', 'Base year'], notes: ['注（每行一条）', 'Notes (one a line)'],
  'name.zh': ['名称', 'Name in Chinese'], 'name.en': ['英文名称', 'Name in English'], shortName: ['简称', 'Short name'], unit: ['单位', 'Unit'],
  changeUnit: ['变化量单位', 'Unit of a change'], decimals: ['小数位数', 'Decimals'], better: ['优劣方向', 'Direction'], basis: ['口径', 'Basis'],
  passDown: ['无本级目标的地区参照上级目标', 'A region without a target is set against the one above'],
  level: ['层级', 'Level'], parent: ['上级地区代码', 'Code of the region above'], members: ['成员地区代码（空格分隔）', 'Codes of the members (separated by spaces)'],
  printed: ['原文表述', 'As printed'], readAs: ['读作（原文有误时填写）', 'Read as (where the print is damaged)'], noteWhy: ['读法说明', 'Why it is read so'],
  dueOn: ['完成时限', 'Due'], dueKind: ['时限类型', 'Kind of due date'], scope: ['范围', 'Scope'], changeBase: ['基期年（原文未写明时填写）', 'Base year (where the phrase names none)'],
  baselinePrinted: ['基数（原文）', 'Baseline as printed'], strive: ['力争', 'striven for'], inPrinciple: ['原则上', 'in principle'],
  HIGHER: ['越高越好', 'higher is better'], LOWER: ['越低越好', 'lower is better'], NEUTRAL: ['不分优劣', 'neither'],
  BY: ['到期完成', 'by the date'], FROM: ['自该日起每期', 'from the date on'], EVERY_PERIOD: ['每期', 'in every period'],
  BINDING: ['约束性', 'binding'], EXPECTED: ['预期性', 'expected'], TASK: ['任务', 'task'],
  'level.state': ['国家', 'state'], 'level.nation': ['国家', 'nation'], 'level.region': ['自治区', 'region'], 'level.league': ['盟市', 'league'], 'level.banner': ['旗县', 'banner'],
  'level.town': ['乡镇', 'town'], 'level.basin': ['流域', 'basin'], 'level.lake': ['湖泊', 'lake'], 'level.section': ['断面', 'section'],
  editReason: ['修改原因（必填，记入修订记录）', 'Reason (needed; kept with the revision)'],
  readsAs: ['读作：{0}', 'Read as: {0}'],
  history: ['修订记录', 'Revisions'], revision: ['版次', 'Revision'], changes: ['修改内容', 'What changed'], firstOne: ['首次登记', 'First recorded'],
  nothingChanged: ['内容未变，未生成新版次', 'Nothing changed; no revision was made'],
  withdraw: ['撤回', 'Withdraw'], withdrawTitle: ['撤回误登的内容', 'Withdraw what was entered by mistake'],
  withdrawHint: ['撤回后不再列出，也不再评价；修订记录仍然保留，历史时点的结果不变。', 'It is listed and judged no more; its history stays, and so do answers as of earlier instants.'],
  withdrawReason: ['撤回原因', 'Why it is withdrawn'],
  theFigure: ['下达数值', 'The figure given later'],
});

const text = (path, words, more = {}) => ({ path, words, ...more });
const citation = before => ['document', 'section', 'quote'].map(part =>
  text(`${before}.${part}`, { document: 'citedDocument', section: 'citedSection', quote: 'citedQuote' }[part], { required: true, lines: part === 'quote' ? 2 : 0 }));

/** What an entry begins as that is new; a target is of the plan and region that are looked at. */
const BLANK = {
  plans: () => ({ title: { zh: '', en: '' }, level: 'league', notes: [] }),
  indicators: () => ({ name: { zh: '', en: '' }, decimals: 1, direction: 'HIGHER', kind: 'LEVEL', timing: 'FLOW', aggregation: 'NONE', bases: [], passDown: false }),
  regions: ({ region }) => ({ name: { zh: '', en: '' }, shortName: '', level: 'banner', parent: region.code }),
  groups: () => ({ name: { zh: '', en: '' }, members: [], citation: {} }),
  targets: ({ plan, region }) => ({ plan: plan.code, region: region.code, attribute: 'EXPECTED', dueKind: 'BY', due: `${plan.endYear}-12-31`, printed: '', citations: [{}] }),
};

/** What of each kind of entry stands in its form; the rest is sent back as it is. */
const FORMS = {
  plans: () => [text('title.zh', 'title.zh', { required: true }), text('title.en', 'title.en', { required: true }), text('documentNumber', 'documentNumber'), text('issuer', 'issuer'),
    text('issued', 'issuedOn', { type: 'date' }), text('level', 'level', { options: ['state', 'region', 'league', 'banner'].map(code => [code, say(`level.${code}`)]) }),
    ...[['startYear', 'startYear'], ['endYear', 'endYear'], ['baseYear', 'planBase']].map(([path, words]) => text(path, words, { type: 'number', required: true, min: 1949, max: 2100 })),
    text('notes', 'notes', { lines: 4, many: '\n' })],
  indicators: content => [text('name.zh', 'name.zh', { required: true }), text('name.en', 'name.en', { required: true }), text('shortName', 'shortName'), text('unit', 'unit'), text('changeUnit', 'changeUnit'),
    text('decimals', 'decimals', { type: 'number', required: true, min: 0, max: 4 }),
    text('direction', 'better', { options: [['HIGHER', say('HIGHER')], ['LOWER', say('LOWER')], ['NONE', say('NEUTRAL')]] }),
    text('kind', 'kind', { options: ['LEVEL', 'CUMULATIVE_CHANGE', 'CUMULATIVE_TOTAL'].map(code => [code, say(code)]) }),
    text('timing', 'timing', { options: ['STOCK', 'FLOW'].map(code => [code, say(code)]) }),
    text('aggregation', 'aggregation', { options: [...new Set(['NONE', 'MEAN', 'SUM', content.aggregation])].map(code => [code, code.replace(/^[A-Z]+/, way => say(`sum.${way}`))]) }),
    text('basis', 'basis'),
    text('passDown', 'passDown', { type: 'checkbox' }), text('note', 'note', { lines: 2 })],
  regions: () => [text('name.zh', 'name.zh', { required: true }), text('name.en', 'name.en', { required: true }), text('shortName', 'shortName', { required: true }),
    text('level', 'level', { options: ['nation', 'region', 'league', 'banner', 'town', 'basin', 'lake', 'section'].map(code => [code, say(`level.${code}`)]) }), text('parent', 'parent')],
  groups: () => [text('name.zh', 'name.zh', { required: true }), text('name.en', 'name.en', { required: true }), text('members', 'members', { lines: 4, many: /[\s,，、]+/, join: ' ' }), ...citation('citation')],
  targets: content => [text('printed', 'printed', { required: true }), text('readAs', 'readAs'), text('note', 'noteWhy'), text('due', 'dueOn', { type: 'date' }),
    text('dueKind', 'dueKind', { options: ['BY', 'FROM', 'EVERY_PERIOD'].map(code => [code, say(code)]) }),
    text('attribute', 'attribute', { options: ['BINDING', 'EXPECTED', 'TASK'].map(code => [code, say(code)]) }), text('scope', 'scope'),
    text('baseYear', 'changeBase', { type: 'number', min: 1949, max: 2100 }), text('baseline.printed', 'baselinePrinted'),
    text('strive', 'strive', { type: 'checkbox' }), text('inPrinciple', 'inPrinciple', { type: 'checkbox' }),
    ...content.citations.flatMap((_, i) => citation(`citations.${i}`))],
};

const at = (content, path) => path.split('.').reduce((inner, part) => inner?.[part], content);

function put(content, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  parts.reduce((inner, part) => (inner[part] ??= {}), content)[last] = value;
}

/** What is in its form alone while it is new: the code under which it will stand, and of a target its indicator and place. */
async function first(noun, view) {
  const code = text('', { regions: 'newRegionCode', targets: 'newNumber' }[noun] ?? 'newCode', { required: true, maxlength: 60, pattern: '[a-z0-9.\\-]+', title: say('codeBad') });
  if (noun !== 'targets') return [control(code, {})];
  const [{ items: indicators }, { items: groups }, { items: targets }] = await Promise.all([list('indicators'), list('groups'), list('targets', { plan: view.plan.code })]);
  const number = Math.max(0, ...targets.map(target => +target.id.slice(target.id.lastIndexOf('.') + 1))) + 1;
  return [control(code, { '': `${view.plan.code}.${number}` }), control(text('indicator', 'indicator', { options: indicators.map(each => [each.code, each.name]) }), {}),
    control(text('region', 'targetRegion'), { region: view.region.code }),
    control(text('group', 'targetGroup', { options: [['', '—'], ...groups.map(each => [each.code, each.name])] }), {})];
}

/** Told on the page of an entry that was just made. */
let made = false;

export async function show(seat, view) {
  if (!onlyFor(seat, 'planner')) return;
  const { noun, code } = state();
  if (FORMS[noun] && !code) {
    await showNew(seat, view, noun);
    return;
  }
  if (!FORMS[noun]) {
    replace(seat, h('h1', {}, say('notFound')));
    return;
  }
  const place = `${noun}/${encodeURIComponent(code)}`;
  const { content: entry, headers } = await send('GET', url(place, {}, ''));
  const { items: revisions } = await list(`${place}/revisions`, { asOf: '' });
  const fields = FORMS[noun](entry.content).map(each => control(each, entry.content));
  const reason = control(text('reason', 'editReason', { required: true }), {});
  const all = [...fields, reason];
  if (noun === 'targets') reads(fields, () => entry.indicator, entry);
  replace(seat, made && notice('done', say('saved')), h('div', { class: 'title' }, back(), h('h1', {}, say(`edit.${noun}`)), h('p', { class: 'faint' }, [entry.title ?? entry.name ?? `${entry.indicatorName} · ${entry.placeName}`, say('entryCode', code)].join(' · '))),
  sheet(all, async () => {
    const answer = await send('PUT', url(place, {}, ''), { headers: { 'If-Match': headers.get('ETag') }, body: { ...filled(entry.content, fields), reason: reason.value() } });
    const kept = answer.headers.get('ETag') !== headers.get('ETag');
    await show(seat, view);
    seat.prepend(notice('done', say(kept ? 'saved' : 'nothingChanged')));
  }),
  noun === 'targets' && ['StateAssessed', 'Eliminate', 'Complete'].includes(entry.rule.type) && section('figure', say('theFigure'),
    resolve(entry.id, entry.indicatorName, entry.printed, entry.indicator, entry.resolution ?? undefined)),
  section('history', say('history'), history(revisions, noun)),
  h('details', { class: 'sheet' }, h('summary', {}, say('withdrawTitle')), form({ class: 'narrow' }, async ({ why }) => {
    await send('DELETE', url(place, { reason: why }, ''), { headers: { 'If-Match': headers.get('ETag') } });
    go({ page: 'targets', noun: '', code: '', ...(noun === 'plans' && { plan: '' }), ...(noun === 'regions' && code === view.region.code && { region: '' }) });
  }, h('p', {}, say('withdrawHint')), field(say('withdrawReason'), h('input', { name: 'why', required: true, maxlength: 1000 })), h('button', {}, say('withdraw')))));
  made = false;
}

async function showNew(seat, view, noun) {
  const blank = BLANK[noun](view);
  const begin = await first(noun, view);
  const [code, indicator] = begin;
  const fields = FORMS[noun](blank).map(each => control(each, blank));
  const all = [...begin, ...fields];
  if (noun === 'targets') reads(fields, () => indicator.value());
  replace(seat, h('div', { class: 'title' }, back(), h('h1', {}, say(`new.${noun}`)), noun === 'targets' && h('p', { class: 'faint' }, view.plan.title)),
    sheet(all, async () => {
      await send('PUT', url(`${noun}/${encodeURIComponent(code.value())}`, {}, ''), {
        headers: { 'If-None-Match': '*' }, body: filled(blank, [...begin.slice(1), ...fields]),
      });
      made = true;
      go({ noun, code: code.value() });
    }));
  code.input.focus();
}

function back() {
  return h('p', { class: 'crumbs' }, h('a', { href: address({ page: 'targets', noun: '', code: '' }) }, `← ${say('planning')}`));
}

/** What is sent: the content with what its fields hold; a baseline that is not printed is none. */
function filled(content, fields) {
  const body = structuredClone(content);
  fields.forEach(each => put(body, each.path, each.value()));
  if (body.baseline && !body.baseline.printed) body.baseline = null;
  return body;
}

/** The fields as a form: nothing is sent that is wrong in itself, and what the service refuses is told at its field. */
function sheet(all, act) {
  return form({ class: 'edit', novalidate: true }, async () => {
    const wrong = all.filter(each => !each.sound());
    if (wrong.length) {
      wrong[0].input.focus();
      return;
    }
    try {
      await act();
    } catch (problem) {
      const placed = problem.errors?.filter(error => all.filter(each => each.refuse(error)).length) ?? [];
      if (!placed.length || placed.length < problem.errors.length) throw problem;
      all.find(each => each.input.hasAttribute('aria-invalid'))?.input.focus();
    }
  }, h('div', { class: 'fields' }, all.map(each => each.element)), h('p', {}, h('button', { class: 'primary', name: 'save' }, say('save'))));
}

/** One field with what is wrong with it below; it is looked at when it is left, and again whenever it is wrong. */
function control({ path, words, type = 'text', options: choices, lines, many, join, ...rules }, content) {
  const given = at(content, path);
  const id = `field-${path.replaceAll('.', '-') || 'code'}`;
  const shown = Array.isArray(given) ? given.join(join ?? '\n') : given ?? '';
  const told = h('small', { id: `${id}-told`, class: 'bad', 'aria-live': 'polite' });
  const attributes = { id, name: path, 'aria-describedby': told.id, ...(type === 'text' ? { maxlength: 1000 } : {}), ...rules };
  const input = choices ? select(attributes, choices, shown) : lines ? h('textarea', { ...attributes, rows: lines, value: shown })
    : type === 'checkbox' ? h('input', { ...attributes, type, checked: Boolean(given) }) : h('input', { ...attributes, type, value: String(shown) });
  const tell = message => {
    told.textContent = message;
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  const self = {
    path, input,
    sound() {
      const message = input.validity.valid ? '' : input.validity.valueMissing ? say('needed') : input.validity.patternMismatch ? input.title : input.validationMessage;
      if (message || !self.refused) tell(message || self.misread);
      return !message;
    },
    refused: false,
    misread: '',
    refuse({ pointer, message }) {
      if (pointer?.slice(1).replaceAll('/', '.') !== path) return false;
      self.refused = true;
      tell(message);
      return true;
    },
    value() {
      if (type === 'checkbox') return input.checked;
      const typed = input.value.trim();
      if (many) return typed ? typed.split(many).map(each => each.trim()).filter(Boolean) : [];
      return typed === '' ? null : type === 'number' ? Number(typed) : typed;
    },
  };
  // A message that comes or goes would move the button that is being pressed; pressing it tells the same.
  input.addEventListener('blur', event => event.relatedTarget?.form === input.form && event.relatedTarget.name === 'save' || self.sound());
  input.addEventListener('input', () => {
    self.refused = false;
    if (input.hasAttribute('aria-invalid')) self.sound();
  });
  self.element = h('div', {}, type === 'checkbox' ? h('label', { class: 'check' }, input, ' ', say(words)) : field(say(words), input), told);
  return self;
}

/** Below the phrase stands what it is read as, while it is typed. */
function reads(fields, indicatorOf, entry) {
  const [printed, readAs] = fields;
  const means = h('small', { class: 'means', role: 'status' }, entry && say('readsAs', reading([entry.rule], entry.unit)));
  printed.element.append(means);
  let timer, turn = 0;
  const read = async () => {
    const mine = ++turn;
    const [from, other] = readAs.value() ? [readAs, printed] : [printed, readAs];
    const phrase = from.value();
    const judge = message => [[from, message], [other, '']].forEach(([each, said]) => {
      const before = each.misread;
      each.misread = said;
      if (said || before) each.sound();
    });
    if (!phrase) {
      judge('');
      return;
    }
    try {
      const indicator = await get(`indicators/${encodeURIComponent(indicatorOf())}`);
      const { content } = await send('POST', '/api/v1/targets:parse', { body: { phrase, direction: indicator.direction, kind: indicator.kind } });
      if (mine !== turn) return;
      means.textContent = say('readsAs', reading(content.rules, indicator.unit));
      judge('');
    } catch (problem) {
      if (mine !== turn) return;
      means.textContent = '';
      const error = problem.errors[0];
      judge(error ? `${error.message}${error.value ? `${colon()}${error.value}` : ''}` : problem.message);
    }
  };
  for (const each of [printed, readAs]) {
    each.input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(read, 300);
    });
  }
}

/** Who changed what, when and why; the newest first. */
function history(revisions, noun) {
  const words = new Map(revisions.length ? FORMS[noun](revisions.at(-1).content).map(each => [each.path, say(each.words)]) : []);
  const rows = revisions.map((step, i) => h('tr', {}, h('td', {}, step.revision), h('td', {}, instant(step.recordedAt)), h('td', {}, author(step.author)), h('td', {}, zh(step.reason)),
    h('td', {}, i === 0 ? say('firstOne') : differences(revisions[i - 1].content, step.content).map(([path, before, after]) =>
      h('div', {}, `${words.get(path) ?? path}${colon()}`, h('del', {}, before || '—'), ' → ', h('ins', {}, after || '—'))))));
  return h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': 'history' }, h('table', {}, h('thead', {}, h('tr', {},
    ['revision', 'when', 'who', 'why', 'changes'].map(name => h('th', { scope: 'col' }, say(name))))), h('tbody', {}, rows.reverse())));
}

function differences(before, after) {
  const flat = (content, path = '') => (content !== null && typeof content === 'object'
    ? Object.entries(content).flatMap(([name, inner]) => flat(inner, path ? `${path}.${name}` : name)) : [[path, String(content ?? '')]]);
  const [one, other] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...one.keys(), ...other.keys()])].filter(path => (one.get(path) ?? '') !== (other.get(path) ?? ''))
    .map(path => [path, one.get(path) ?? '', other.get(path) ?? '']);
}
