// For planners: figures that arrive later for targets printed without one, and findings where a person decides.

import { get, list, page, send, url } from './api.js';
import { form, onlyFor } from './desk.js';
import { field, h, replace, select } from './dom.js';
import { date } from './format.js';
import { growing, notice, section, zh } from './parts.js';
import { reading } from './reading.js';
import { address } from './state.js';
import { say, teach } from './words.js';

teach({
  targetsTitle: ['目标管理', 'Targets'],
  allTargets: ['本规划的目标', 'Targets of the plan'],
  number: ['序号', 'No.'],
  group: ['区域', 'Group'],
  edit: ['修改', 'Edit'],
  add: ['新增：', 'New: '],
  editPlan: ['修改规划', 'Edit the plan'],
  editRegion: ['修改地区：{0}', 'Edit the region: {0}'],
  awaitingFigure: ['待下达数值的目标', 'Targets that await a figure'],
  awaitingFinding: ['待人工认定的目标', 'Targets that await a finding'],
  phrase: ['数值（如 ≥90.7%）', 'Figure (such as ≥90.7%)'],
  issuer: ['下达单位', 'Issuer'],
  issuedAt: ['下达日期', 'Issued on'],
  citedDocument: ['文件', 'Document'],
  citedSection: ['章节', 'Section'],
  citedQuote: ['原文', 'Clause'],
  baseYear: ['基期年（原文未写明、按累计变化考核时填写）', 'Base year (for a change whose clause names none)'],
  record: ['登记', 'Record'],
  standing: ['已登记：{0}', 'Recorded: {0}'],
  finding: ['认定结论', 'Finding'],
  evidenceWords: ['认定依据', 'Evidence'],
  tryPhrase: ['试读', 'What does it mean?'],
  means: ['即 {0}', 'That is: {0}'],
});

const OPEN = new Set(['StateAssessed']);

export async function show(seat, view) {
  if (!onlyFor(seat, 'planner')) return;
  const { plan, region, period } = view;
  const [{ items }, first] = await Promise.all([list('attainment', { plan: plan.code, region: region.code, period }),
    page('targets', { plan: plan.code, 'page[size]': 100 })]);
  const own = items.filter(row => !row.reference);
  const figures = own.filter(row => ['AWAITING_STATE_FIGURE', 'AWAITING_DEFINITION'].includes(row.reason) || OPEN.has(row.rule.type));
  const findings = own.filter(row => row.reason === 'AWAITING_JUDGEMENT' || row.rule.type === 'Judged');
  const edit = (noun, code, words = say('edit')) => h('a', { class: 'button', href: address({ page: 'edit', noun, code }) }, words);
  const cell = (name, ...content) => h('td', { 'data-label': say(name) }, content);
  const body = h('tbody', {});
  const more = growing(first, body, target => h('tr', {}, h('td', { class: 'number' }, target.id.slice(target.id.lastIndexOf('.') + 1)),
    h('th', { scope: 'row' }, target.indicatorName, target.scope && h('small', {}, zh(target.scope))), cell('region', target.placeName),
    cell('target', zh(target.printed), target.resolution && h('small', { class: 'mark' }, say('standing', target.resolution.phrase))), cell('due', date(target.due)),
    h('td', { 'data-label': say('attribute'), class: 'attribute' }, target.attributeName), h('td', { class: 'actions across' }, edit('targets', target.id), ' ', edit('indicators', target.indicator, say('indicator')), ' ',
      target.group && edit('groups', target.group, say('group')))));
  const adding = [['targets', 'target'], ['indicators', 'indicator'], ['plans', 'plan'], ['regions', 'region'], ['groups', 'group']];
  replace(seat, h('h1', {}, say('targetsTitle')), h('p', {}, say('add'), adding.map(([noun, words]) => [h('a', { class: 'button', href: address({ page: 'edit', noun, code: '' }) }, say(words)), ' '])),
    h('p', {}, plan.title, ' ', edit('plans', plan.code, say('editPlan')), ' ', edit('regions', region.code, say('editRegion', region.name))),
    section('figures', say('awaitingFigure'), figures.length ? figures.map(row => resolve(row.target, row.indicatorName, row.display.target, row.indicator))
      : notice('empty', say('nothing'))),
    section('findings', say('awaitingFinding'), findings.length ? findings.map(row => judge(row, view)) : notice('empty', say('nothing'))),
    section('all', say('allTargets'), h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': 'all' }, h('table', { class: 'stack' }, h('thead', {}, h('tr', {},
      ['number', 'indicator', 'region', 'target', 'due', 'attribute'].map(name => h('th', { scope: 'col' }, say(name))), h('td', {}))), body)), more));
}

export function resolve(id, name, printed, indicator, standing) {
  const phrase = h('input', { name: 'phrase', required: true, maxlength: 200, value: standing?.phrase ?? '' });
  const means = h('span', { role: 'status', class: 'faint' });
  const meaning = async () => {
    const { direction, kind } = await get(`indicators/${indicator}`);
    try {
      const { content } = await send('POST', '/api/v1/targets:parse', { body: { phrase: phrase.value, direction, kind } });
      replace(means, say('means', reading(content.rules)));
    } catch (problem) {
      replace(means, problem.errors[0]?.message ?? problem.message);
    }
  };
  return h('details', { class: 'sheet' }, h('summary', {}, h('b', {}, name), '　', zh(printed), standing && h('span', { class: 'mark' }, say('standing', standing.phrase))),
    form({ class: 'narrow' }, async fields => {
      const path = url(`targets/${id}/resolution`, {}, '');
      const seen = standing ? await send('GET', path) : undefined;
      await send('PUT', path, {
        headers: seen ? { 'If-Match': seen.headers.get('ETag') } : {},
        body: {
          phrase: fields.phrase, issuedAt: fields.issuedAt, issuer: fields.issuer, ...(fields.baseYear ? { baseYear: Number(fields.baseYear) } : {}), ...(fields.reason ? { reason: fields.reason } : {}),
          citation: { document: fields.document, section: fields.section, quote: fields.quote },
        },
      });
      return `${say('saved')} ${fields.phrase}`;
    }, field(say('phrase'), phrase), h('p', {}, h('button', { type: 'button', onclick: meaning }, say('tryPhrase')), ' ', means),
    field(say('issuer'), h('input', { name: 'issuer', required: true, maxlength: 200, value: standing?.issuer ?? '' })),
    field(say('issuedAt'), h('input', { name: 'issuedAt', type: 'date', required: true, value: standing?.issuedAt ?? '' })),
    field(say('citedDocument'), h('input', { name: 'document', required: true, value: standing?.citation.document ?? '' })),
    field(say('citedSection'), h('input', { name: 'section', required: true, value: standing?.citation.section ?? '' })),
    field(say('citedQuote'), h('textarea', { name: 'quote', required: true, rows: 2, value: standing?.citation.quote ?? '' })),
    field(say('baseYear'), h('input', { name: 'baseYear', inputmode: 'numeric', pattern: '(19|20)[0-9]{2}', size: 6, value: standing?.baseYear ?? '' })),
    standing && field(say('reason'), h('input', { name: 'reason', required: true })),
    h('button', { class: 'primary' }, say('record'))));
}

function judge(row, { period }) {
  const standing = row.reason !== 'AWAITING_JUDGEMENT' && ['MET', 'NOT_MET'].includes(row.outcome);
  return h('details', { class: 'sheet' }, h('summary', {}, h('b', {}, row.indicatorName), '　', zh(row.display.target), standing && h('span', { class: 'mark' }, row.labels.outcome), h('small', {}, date(row.due))),
    form({ class: 'narrow' }, async ({ outcome, evidence, reason }) => {
      const path = `targets/${row.target}/judgement`;
      const seen = standing ? await send('GET', url(path, { period, region: row.region }, '')) : undefined;
      await send('PUT', url(path, {}, ''), {
        headers: seen?.content.period === period ? { 'If-Match': seen.headers.get('ETag') } : {},
        body: { outcome, period, region: row.region, evidence, ...(seen?.content.period === period && reason ? { reason } : {}) },
      });
      return say('saved');
    }, field(say('finding'), select({ name: 'outcome' }, [['MET', say('met')], ['NOT_MET', say('notMet')]])),
    field(say('evidenceWords'), h('textarea', { name: 'evidence', required: true, rows: 3 })),
    standing && field(say('reason'), h('input', { name: 'reason', required: true, maxlength: 1000 })),
    h('button', { class: 'primary' }, say('record'))));
}
