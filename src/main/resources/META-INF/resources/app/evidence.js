// What a figure rests on: the clause, the value's source, the working step by step, and other methods.

import { get, perhaps } from './api.js';
import { h, replace } from './dom.js';
import { date, period as inWords, rounded } from './format.js';
import { fault, verdict, zh } from './parts.js';
import { say } from './words.js';

function citation(cited) {
  return h('figure', { class: 'citation' }, h('blockquote', { lang: 'zh-CN' }, cited.quote),
    h('figcaption', { lang: 'zh-CN' }, cited.document, ' ', cited.section));
}

/** A long fraction to four decimals; the whole of it where the pointer rests. */
function worked(step) {
  return step.split(/(\d+\.\d{5,})/).map((part, i) => (i % 2 ? h('span', { title: part }, String(+rounded(part, 4))) : zh(part)));
}

function methods(comparison) {
  const row = each => h('tr', {}, h('th', { scope: 'row' }, each.name,
    h('small', {}, each.source.publisher, ' ', each.source.title, each.source.year ? ` (${each.source.year})` : '')),
  h('td', {}, each.label ?? '—', each.reason && h('small', {}, each.reason)));
  return h('details', {}, h('summary', {}, say('methods'), !comparison.agree && h('em', {}, ' ', say('methodsDiffer'))),
    h('table', {}, h('tbody', {}, comparison.methods.map(row))));
}

/** Opens the evidence of one verdict in a dialog; the page behind it keeps the focus for when it is closed. */
export function openEvidence(row) {
  const body = h('div', {}, h('p', { class: 'faint', role: 'status' }, say('loading')));
  const title = h('h2', { id: 'evidence-title', tabindex: '-1' }, say('evidenceOf', row.indicatorName));
  const dialog = h('dialog', { class: 'evidence', 'aria-labelledby': 'evidence-title', onclose: () => dialog.remove() },
    h('header', {}, title, h('button', { type: 'button', onclick: () => dialog.close() }, say('close'))), body);
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
  show(row, body);
}

async function show(row, body) {
  const place = `attainment/${row.target}/${row.region}/${encodeURIComponent(row.period)}`;
  try {
    const full = await get(place);
    replace(body,
      h('p', {}, `${full.regionName} · ${inWords(full.period)} · `, verdict(full)),
      h('h3', {}, say('clauses')), full.citations.map(citation),
      full.resolution && [h('h3', {}, say('resolved')), h('p', {}, zh(`${full.resolution.phrase ?? full.resolution.printed ?? ''} ${full.resolution.issuer ?? ''}`), ' ', date(full.resolution.issuedAt)),
        full.resolution.citation && citation(full.resolution.citation)],
      h('h3', {}, say('valueSource')),
      full.valueCitations.length ? full.valueCitations.map(citation) : h('p', {}, zh(full.source) ?? say('noValue')),
      h('h3', {}, say('working')), h('ol', { class: 'working' }, full.explain.steps.map(step => h('li', {}, worked(step)))),
      h('div', { 'data-methods': '' }));
    const compared = await perhaps(`${place}/methods`);
    const seat = body.querySelector('[data-methods]');
    if (seat && compared) replace(seat, methods(compared));
  } catch (problem) {
    replace(body, fault(problem, () => show(row, body)));
  }
}
