// A plan and a region at a glance: the counts, then every indicator with its verdict, then the regions below.

import { list, perhaps, url } from './api.js';
import { bullet, spark } from './bullet.js';
import { field, h, replace, select } from './dom.js';
import { openEvidence } from './evidence.js';
import { date, number, period as inWords } from './format.js';
import { chart, known, movement, notice, partly, section, takeAway, verdict, zh } from './parts.js';
import { address, go, state } from './state.js';
import { below } from './below.js';
import { say } from './words.js';

export async function show(seat, view) {
  const { plan, region, period } = view;
  const question = { plan: plan.code, region: region.code, period };
  const [{ items: rows, asOf }, card, above] = await Promise.all([list('attainment', question),
    perhaps(`scorecards/${plan.code}/${region.code}/${encodeURIComponent(period)}`),
    region.parent ? perhaps(`regions/${region.parent}`) : undefined]);
  replace(seat,
    h('div', { class: 'title' },
      above && h('p', { class: 'crumbs' }, h('a', { href: address({ region: above.code }) }, `↑ ${above.name}`)),
      h('h1', {}, `${region.name} · ${inWords(period)}`), h('p', { class: 'faint' }, plan.title), newest(view), known(asOf)),
    card && [counts(card), takeAway([['PNG', chart('scorecard', 'png', question)], ['SVG', chart('scorecard', 'svg', question)], ['PDF', chart('scorecard', 'pdf', question)],
      ['CSV', url('facts.csv', question)], ['XLSX', url('facts.xlsx', question)]],
    url(`scorecards/${plan.code}/${region.code}/${encodeURIComponent(period)}`), say('overall'), say('rowsCounted'))],
    rows.length ? table(rows, view) : notice('empty', say('noTargets'), say('noTargetsHint')),
    region.children.length ? below(view, rows) : null);
}

/** Where the year shown, or the plan's last ones, have no values, that is said. */
function newest({ plan, period, years }) {
  const last = years.at(-1);
  if (!last || last === String(plan.endYear) && period <= last || !/^\d{4}$/.test(period)) return null;
  return h('p', { class: 'newest' }, last === String(plan.baseYear) && period === last ? say('noneYet', inWords(last))
    : [say('newestIs'), period > last ? h('a', { href: address({ period: last }) }, inWords(last)) : inWords(last)]);
}

const OUTCOMES = ['met', 'notYetMet', 'notMet', 'notAssessable'];
const CODES = { met: 'MET', notYetMet: 'NOT_YET_MET', notMet: 'NOT_MET', notAssessable: 'NOT_ASSESSABLE' };
const PACES = ['ahead', 'onSchedule', 'held', 'behind', 'reversed', 'lost', 'notApplicable'];
const SCHEDULES = {
  ahead: 'AHEAD', onSchedule: 'ON_SCHEDULE', held: 'HELD', behind: 'BEHIND', reversed: 'REVERSED', lost: 'LOST',
  notApplicable: 'NOT_APPLICABLE',
};
const ATTRIBUTES = { binding: 'BINDING', expected: 'EXPECTED', tasks: 'TASK' };

/** The scorecard; each count narrows the table below to the rows behind it. */
function counts(card) {
  const part = (name, keys, code, filters) => {
    const total = keys.reduce((sum, key) => sum + card[name][key], 0);
    if (!total) return null;
    return h('div', { class: 'card' }, h('h2', {}, say(name)), h('ul', {}, keys.filter(key => card[name][key] > 0).map(key =>
      h('li', {}, h('a', { class: `count ${code[key]}`, href: address({ attribute: '', outcome: '', schedule: '', q: '', ...filters(key) }) },
        h('b', {}, card[name][key]), say(key))))));
  };
  return h('section', { class: 'cards', 'aria-label': say('overview') },
    h('div', { class: `card overall ${card.overall}` }, h('h2', {}, say('overall')), h('p', {}, say(card.overall))),
    Object.keys(ATTRIBUTES).map(name => part(name, OUTCOMES, CODES,
      key => ({ attribute: ATTRIBUTES[name], outcome: CODES[key] }))),
    part('schedule', PACES, SCHEDULES, key => ({ schedule: SCHEDULES[key] })));
}

const COLUMNS = [
  ['indicator', row => row.indicatorName],
  ['baseline', row => Number(row.baseline?.value ?? parseFloat(row.baseline?.printed))],
  ['actual', row => Number(row.value ?? NaN)],
  ['target', row => Number(row.rule.value ?? NaN)],
  ['barHead'],
  ['verdict', row => ['NOT_MET', 'NOT_YET_MET', 'NOT_ASSESSABLE', 'MET'].indexOf(row.outcome)],
  ['schedule', row => PACES.map(pace => SCHEDULES[pace]).indexOf(row.schedule)],
  ['direction', row => ({ WORSE: 0, SAME: 1, BETTER: 2 })[row.direction] ?? NaN],
  ['trend'],
];

/** What is seen is what is taken away, as far as the service can be asked for it; the rest is told. */
function taken(view, found, rows) {
  const { q, attribute, outcome, schedule, sort } = state();
  const question = { plan: view.plan.code, region: view.region.code, period: view.period };
  const sought = new Set(found.map(({ row }) => row.indicator));
  const indicator = q && sought.size === 1 ? [...sought][0] : undefined;
  const narrowed = { ...question, attribute, outcome, schedule, indicator };
  const picture = form => chart('bullet', form, { ...question, indicator });
  return takeAway([['PNG', picture('png')], ['SVG', picture('svg')], ['PDF', picture('pdf')], ['CSV', url('facts.csv', narrowed)], ['XLSX', url('facts.xlsx', narrowed)]],
    url('attainment', narrowed), say('indicator'), [found.length < rows.length && !indicator && say('picturesOfAll'), (q && !indicator || sort) && say('searchStays')]
      .filter(Boolean).join(' '));
}

function table(rows, view) {
  const away = h('div', {});
  const body = h('tbody', {});
  const told = h('p', { class: 'faint', role: 'status' });
  const heads = COLUMNS.map(([name, by]) => h('th', { scope: 'col', class: name, 'data-name': name },
    by ? h('button', { type: 'button', onclick: () => sortBy(name) }, say(name)) : say(name)));
  const named = codes => Object.entries(codes).map(([key, code]) => [code, say(key)]);
  const filter = (name, options) => field(say(name === 'outcome' ? 'verdict' : name), select({
    name, onchange: event => narrow({ [name]: event.target.value }),
  }, [['', say('all')], ...options], state()[name] ?? ''));
  const made = rows.map((row, place) => ({ row, place, line: line(row, view) }));

  function narrow(changes) {
    go(changes, true);
    fill();
  }
  function sortBy(name) {
    const { sort } = state();
    narrow({ sort: sort === name ? `-${name}` : sort === `-${name}` ? '' : name });
  }
  const sorting = select({ name: 'sort', onchange: event => narrow({ sort: event.target.value }) }, [['', say('asInPlan')],
    ...COLUMNS.filter(([, by]) => by).flatMap(([name]) => [[name, say('ascending', say(name))], [`-${name}`, say('descending', say(name))]])]);
  function fill() {
    const { q = '', attribute, outcome, schedule, sort = '' } = state();
    const wanted = q.normalize('NFKC').trim().toLowerCase();
    const found = made.filter(({ row }) => (!attribute || row.attribute === attribute) && (!outcome || row.outcome === outcome)
      && (!schedule || row.schedule === schedule)
      && (!wanted || `${row.indicatorName} ${row.indicator} ${row.display.target} ${row.scope ?? ''}`.toLowerCase().includes(wanted)));
    const by = COLUMNS.find(([name]) => name === sort.replace('-', ''))?.[1];
    if (by) found.sort((one, other) => compare(by(one.row), by(other.row), sort.startsWith('-') ? -1 : 1));
    sorting.value = by ? sort : '';
    heads.forEach(head => {
      if (head.dataset.name === sort.replace('-', '')) head.setAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    replace(body, found.map(each => each.line));
    if (!found.length) replace(body, h('tr', {}, h('td', { colspan: COLUMNS.length, class: 'nothing' }, say('nothing'))));
    told.textContent = say('shown', found.length, rows.length);
    replace(away, taken(view, found, rows));
  }
  fill();
  return section('indicators', say('indicator'),
    h('form', { class: 'filters', role: 'search', onsubmit: event => event.preventDefault() },
      field(say('search'), h('input', { type: 'search', name: 'q', value: state().q ?? '', oninput: event => narrow({ q: event.target.value }) })),
      filter('attribute', named(ATTRIBUTES)),
      filter('outcome', named(CODES)),
      filter('schedule', named(SCHEDULES)), h('div', { class: 'on-phone' }, field(say('order'), sorting)), told),
    h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': 'indicators' },
      h('table', { class: 'indicators stack' }, h('thead', {}, h('tr', {}, heads)), body)), away);
}

/** What has no figure comes last, whichever way round. */
function compare(one, other, way) {
  if (typeof one === 'number') return Number.isNaN(one) - Number.isNaN(other) || way * (one - other);
  return way * one.localeCompare(other, 'zh-CN');
}

function line(row, { measurements }) {
  const own = measurements.filter(each => each.indicator === row.indicator && each.scope === row.scope && each.basis === row.basis);
  const aim = Number(row.rule.type === 'ChangeBy' ? NaN : row.rule.value ?? NaN);
  const cell = (name, ...content) => h('td', { 'data-label': say(name), class: name }, content);
  return h('tr', { class: row.reference ? 'reference' : null },
    h('th', { scope: 'row', class: 'indicator' },
      h('a', { href: address({ page: 'indicator', indicator: row.indicator }) }, row.indicatorName),
      h('small', { title: row.reference ? say('referenceFull') : null }, [row.unit, row.scope, row.labels.attribute, row.reference && say('reference')].filter(Boolean).map((part, i) => [i ? ' · ' : '', zh(part)]))),
    cell('baseline', row.display.baseline ? h('button', {
      type: 'button', class: 'figure', onclick: () => openEvidence(row), 'aria-label': `${row.indicatorName} ${say('baseline')} ${row.display.baseline}: ${say('evidence')}`,
    }, zh(number(row.display.baseline))) : h('span', { class: 'faint' }, '—')),
    cell('actual', h('button', {
      type: 'button', class: 'figure', onclick: () => openEvidence(row),
      'aria-label': `${row.indicatorName} ${say('actual')} ${row.display.value ?? say('noValue')}: ${say('evidence')}`,
    }, row.display.value === null ? h('em', {}, say('noValue')) : zh(number(row.display.value))),
    partly(row), row.status === 'PROVISIONAL' && h('small', { class: 'mark', title: say('provisionalFull') }, say('provisional')),
    row.valuePeriod && row.valuePeriod !== row.period && h('small', {}, inWords(row.valuePeriod))),
    cell('target', h('button', {
      type: 'button', class: 'figure printed', onclick: () => openEvidence(row),
      'aria-label': `${row.indicatorName} ${say('target')} ${row.display.target}: ${say('evidence')}`,
    }, zh(row.display.target)), h('small', {}, date(row.due))),
    cell('barHead', bullet(row)),
    cell('verdict', verdict(row)),
    cell('schedule', h('span', { class: `pace ${row.schedule}` }, row.labels.schedule),
      row.labels.scheduleReason && h('small', {}, row.labels.scheduleReason)),
    cell('direction', movement(row)),
    cell('trend', spark(own, aim) ?? h('span', { class: 'faint' }, '—')));
}
