// For planners: figures that arrive later for targets printed without one, and findings where a person decides.

import { get, list, page, send, url } from './api.js';
import { form, onlyFor } from './desk.js';
import { field, h, replace, select } from './dom.js';
import { date } from './format.js';
import { fault, growing, notice, section, zh } from './parts.js';
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
  awaitingFigure: ['数值另行下达的目标', 'Targets whose figure is given later'],
  awaitingFinding: ['由人工认定的目标', 'Targets that a person judges'],
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
  correction: ['更正', 'Correct'],
  correctionReason: ['更正原因', 'Why it is corrected'],
  savedCorrectable: ['已保存；如有误，可在此更正', 'Saved; where it is wrong, correct it here'],
  otherwise: ['他人已先登记“{0}”，您的内容未保存。核对后如须更正，请写明原因再次提交', 'Somebody recorded “{0}” meanwhile, and yours is not saved. Where that is to be corrected, say why and send it again'],
  tryPhrase: ['试读', 'What does it mean?'],
  means: ['即 {0}', 'That is: {0}'],
});

const OPEN = new Set(['StateAssessed']);

export async function show(seat, view) {
  if (!onlyFor(seat, 'planner')) return;
  const { plan, region, period } = view;
  const [{ items }, { items: targets }, first] = await Promise.all([list('attainment', { plan: plan.code, region: region.code, period }),
    list('targets', { plan: plan.code }), page('targets', { plan: plan.code, 'page[size]': 100 })]);
  // What was recorded stays here, to be corrected.
  const known = new Map(targets.map(target => [target.id, target]));
  const own = items.filter(row => !row.reference);
  const figures = own.filter(row => ['AWAITING_STATE_FIGURE', 'AWAITING_DEFINITION'].includes(row.reason) || OPEN.has(row.rule.type) || known.get(row.target)?.resolution);
  const findings = own.filter(row => row.reason === 'AWAITING_JUDGEMENT' || row.rule.type === 'Judged' || known.get(row.target)?.judgements.length);
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
    section('figures', say('awaitingFigure'), figures.length ? figures.map(row => {
      const { printed, resolution } = known.get(row.target) ?? {};
      return resolve(row.target, row.indicatorName, printed ?? row.display.target, row.indicator, resolution);
    })
      : notice('empty', say('nothing'))),
    section('findings', say('awaitingFinding'), findings.length ? findings.map(row => judge(row, view)) : notice('empty', say('nothing'))),
    section('all', say('allTargets'), h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': 'all' }, h('table', { class: 'stack' }, h('thead', {}, h('tr', {},
      ['number', 'indicator', 'region', 'target', 'due', 'attribute'].map(name => h('th', { scope: 'col' }, say(name))), h('td', {}))), body)), more));
}

/**
 * What a person records of a target, behind its summary: what stands is read when it is opened, and from then on the same form
 * corrects that very version.
 *
 * @param path what is read and written, the question that names it, and the fields as they are sent
 * @param fill gives what stands to the fields
 */
function recorded({ head, path, query, body, fill }, ...fields) {
  let etag;
  const reason = h('input', { name: 'reason', maxlength: 1000 });
  const why = field(say('correctionReason'), reason);
  const button = h('button', { class: 'primary' });
  const stand = version => {
    etag = version;
    why.hidden = !etag;
    reason.required = Boolean(etag);
    reason.value = '';
    button.textContent = say(etag ? 'correction' : 'record');
  };
  const made = form({ class: 'narrow' }, async given => {
    try {
      const { headers } = await send('PUT', url(path, {}, ''), {
        headers: etag ? { 'If-Match': etag } : {}, body: { ...body(given), ...(etag ? { reason: given.reason } : {}) },
      });
      stand(headers.get('ETag'));
    } catch (problem) {
      if (![412, 428].includes(problem.status)) throw problem;
      // What is typed stays; what somebody else recorded meanwhile is told, and may be corrected.
      const seen = await send('GET', url(path, query, ''));
      stand(seen.headers.get('ETag'));
      throw new Error(say('otherwise', seen.content.phrase ?? `${say(seen.content.outcome === 'MET' ? 'met' : 'notMet')} ${seen.content.evidence}`));
    }
    return say('savedCorrectable');
  }, fields, why, button);
  const seat = h('div', {});
  const open = async () => {
    if (seat.hasChildNodes()) return;
    replace(seat, h('p', { class: 'faint', role: 'status' }, say('loading')));
    try {
      const seen = await send('GET', url(path, query, ''));
      fill(seen.content.content);
      stand(seen.headers.get('ETag'));
    } catch (problem) {
      if (problem.status !== 404) {
        replace(seat, fault(problem));
        return;
      }
      stand(undefined);
    }
    replace(seat, made);
  };
  return h('details', { class: 'sheet', ontoggle: open }, h('summary', {}, head), seat);
}

export function resolve(id, name, printed, indicator, standing) {
  const phrase = h('input', { name: 'phrase', required: true, maxlength: 200 });
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
  const inputs = {
    issuer: h('input', { name: 'issuer', required: true, maxlength: 200 }), issuedAt: h('input', { name: 'issuedAt', type: 'date', required: true }),
    document: h('input', { name: 'document', required: true }), section: h('input', { name: 'section', required: true }),
    quote: h('textarea', { name: 'quote', required: true, rows: 2 }),
    baseYear: h('input', { name: 'baseYear', inputmode: 'numeric', pattern: '(19|20)[0-9]{2}', size: 6 }),
  };
  return recorded({
    head: [h('b', {}, name), '　', zh(printed), standing && h('span', { class: 'mark' }, say('standing', standing.phrase))],
    path: `targets/${id}/resolution`,
    body: given => ({
      phrase: given.phrase, issuedAt: given.issuedAt, issuer: given.issuer, ...(given.baseYear ? { baseYear: Number(given.baseYear) } : {}),
      citation: { document: given.document, section: given.section, quote: given.quote },
    }),
    fill: content => Object.entries({ phrase, ...inputs }).forEach(([part, input]) => {
      input.value = content[part] ?? content.citation[part] ?? '';
    }),
  }, field(say('phrase'), phrase), h('p', {}, h('button', { type: 'button', onclick: meaning }, say('tryPhrase')), ' ', means),
  field(say('issuer'), inputs.issuer), field(say('issuedAt'), inputs.issuedAt), field(say('citedDocument'), inputs.document),
  field(say('citedSection'), inputs.section), field(say('citedQuote'), inputs.quote), field(say('baseYear'), inputs.baseYear));
}

function judge(row, { period }) {
  const outcome = select({ name: 'outcome' }, [['MET', say('met')], ['NOT_MET', say('notMet')]]);
  const evidence = h('textarea', { name: 'evidence', required: true, rows: 3 });
  const found = row.reason !== 'AWAITING_JUDGEMENT' && ['MET', 'NOT_MET'].includes(row.outcome);
  return recorded({
    head: [h('b', {}, row.indicatorName), '　', zh(row.display.target), found && h('span', { class: 'mark' }, row.labels.outcome), h('small', {}, date(row.due))],
    path: `targets/${row.target}/judgement`, query: { period, region: row.region },
    body: given => ({ outcome: given.outcome, period, region: row.region, evidence: given.evidence }),
    fill: content => {
      outcome.value = content.outcome;
      evidence.value = content.evidence;
    },
  }, field(say('finding'), outcome), field(say('evidenceWords'), evidence));
}
