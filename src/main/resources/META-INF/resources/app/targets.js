// For planners: figures that arrive later for targets printed without one, and findings where a person decides.

import { get, list, send, url } from './api.js';
import { form, onlyFor } from './desk.js';
import { field, h, replace, select } from './dom.js';
import { date } from './format.js';
import { notice, section } from './parts.js';
import { say, teach } from './words.js';

teach({
  targetsTitle: ['目标数值的下达与认定', 'Figures and findings for targets'],
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
  const { items } = await list('attainment', { plan: plan.code, region: region.code, period });
  const own = items.filter(row => !row.reference);
  const figures = own.filter(row => ['AWAITING_STATE_FIGURE', 'AWAITING_DEFINITION'].includes(row.reason) || OPEN.has(row.rule.type));
  const findings = own.filter(row => row.reason === 'AWAITING_JUDGEMENT');
  const { items: targets } = await list('targets', { plan: plan.code });
  const resolved = targets.filter(target => target.resolution && !figures.some(row => row.target === target.id));
  replace(seat, h('h1', {}, say('targetsTitle')), h('p', { class: 'faint' }, plan.title),
    section('figures', say('awaitingFigure'), figures.length ? figures.map(row => resolve(row.target, row.indicatorName, row.display.target, row.indicator))
      : notice('empty', say('nothing')),
    resolved.map(target => resolve(target.id, target.indicatorName, target.printed, target.indicator, target.resolution))),
    section('findings', say('awaitingFinding'), findings.length ? findings.map(row => judge(row, view)) : notice('empty', say('nothing'))));
}

function resolve(id, name, printed, indicator, standing) {
  const phrase = h('input', { name: 'phrase', required: true, maxlength: 200, value: standing?.phrase ?? '' });
  const means = h('span', { role: 'status', class: 'faint' });
  const meaning = async () => {
    const { direction, kind } = await get(`indicators/${indicator}`);
    try {
      const { content } = await send('POST', '/api/v1/targets:parse', { body: { phrase: phrase.value, direction, kind } });
      replace(means, say('means', content.rules.map(rule => `${rule.type} ${rule.value ?? ''}`).join(', ')));
    } catch (problem) {
      replace(means, problem.errors[0]?.message ?? problem.message);
    }
  };
  return h('details', { class: 'sheet' }, h('summary', {}, h('b', {}, name), `　${printed}`, standing && h('span', { class: 'mark' }, say('standing', standing.phrase))),
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
  return h('details', { class: 'sheet' }, h('summary', {}, h('b', {}, row.indicatorName), `　${row.display.target}`, h('small', {}, date(row.due))),
    form({ class: 'narrow' }, async ({ outcome, evidence }) => {
      await send('PUT', url(`targets/${row.target}/judgement`, {}, ''), { body: { outcome, period, region: row.region, evidence } });
      return say('saved');
    }, field(say('finding'), select({ name: 'outcome' }, [['MET', say('met')], ['NOT_MET', say('notMet')]])),
    field(say('evidenceWords'), h('textarea', { name: 'evidence', required: true, rows: 3 })),
    h('button', { class: 'primary' }, say('record'))));
}
