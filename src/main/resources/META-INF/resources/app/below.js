// The regions below one: as tiles placed as on the map where there are few, as a table that is searched where there are many.

import { get, list, page, url } from './api.js';
import { combobox } from './choose.js';
import { field, h, replace, select } from './dom.js';
import { openEvidence } from './evidence.js';
import { number } from './format.js';
import { chart, fault, growing, notice, partly, section, shape, takeAway, verdict, wide, zh } from './parts.js';
import { address, go, state } from './state.js';
import { say } from './words.js';

/** 盟市方位格: column and row of each league. */
const SEATS = {
  150700: [7, 1], 152200: [7, 2], 152500: [5, 2], 150500: [7, 3], 150400: [6, 3], 150900: [5, 3], 150100: [4, 3], 150200: [3, 3],
  150800: [2, 3], 152900: [1, 4], 150300: [2, 4], 150600: [3, 4],
};
const MOST_TILES = 60;
const MOST_DRAWN = 200;

/** @param own the verdict rows of the region itself, whose indicators can be chosen */
export function below(view, own) {
  const seat = h('div', {}, notice('waiting', say('loading')));
  fill(seat, view, [...new Map(own.map(row => [row.indicator, row.indicatorName]))]);
  return section('below', say(view.region.children.every(code => SEATS[code]) ? 'tiles' : 'below'), seat);
}

async function fill(seat, view, own) {
  const { plan, region, period } = view;
  try {
    const indicators = own.length ? own
      : [...new Map((await list('targets', { plan: plan.code })).items.map(target => [target.indicator, target.indicatorName]))];
    const asked = state().indicator;
    const chosen = indicators.some(([code]) => code === asked) ? asked : indicators[0]?.[0];
    if (!chosen) {
      seat.closest('section')?.remove();
      return;
    }
    const { worst, among = '' } = state();
    const change = changes => {
      go(changes, true);
      fill(seat, view, own);
    };
    const many = region.children.length > MOST_TILES;
    const question = { plan: plan.code, below: region.code, indicator: chosen, period };
    const rows = await page('attainment', many ? { ...question, 'page[size]': 50, outcome: among, sort: await order(chosen, worst) }
      : { ...question, 'page[size]': 1000 });
    // A plan that asks nothing of the places below is not followed by an empty section about them.
    if (!rows.items.length && !asked && !among) {
      seat.closest('section')?.remove();
      return;
    }
    replace(seat, h('form', { class: 'filters', onsubmit: event => event.preventDefault() },
      field(say('indicator'), select({ name: 'indicator', onchange: event => change({ indicator: event.target.value }) }, indicators, chosen)),
      many && [field(say('verdict'), select({ name: 'among', onchange: event => change({ among: event.target.value }) }, [['', say('all')],
        ['MET', say('met')], ['NOT_YET_MET', say('notYetMet')], ['NOT_MET', say('notMet')], ['NOT_ASSESSABLE', say('notAssessable')]], among)),
      field(say('order'), select({ name: 'worst', onchange: event => change({ worst: event.target.value }) },
        [['', say('bestFirst')], ['1', say('worstFirst')]], worst ?? '')),
      combobox({ name: 'belowFind', label: say('belowFind'), find: async text => (await page('regions', { below: region.code, like: text, 'page[size]': 30 }))
        .items.map(each => [each.code, each.name, each.code]), chosen: code => go({ region: code, page: '' }) })]),
    many ? lines(rows) : tiles(region, rows.items),
    takeAway([...pictured(region, 'tilemap', question), ['CSV', url('facts.csv', { ...question, outcome: among })],
      ['XLSX', url('facts.xlsx', { ...question, outcome: among })]], url('attainment', { ...question, outcome: among }), say(region.children.every(code => SEATS[code]) ? 'tiles' : 'below'),
    tooMany(region) || (many && (among || worst) ? say('pictureOfAll') : '')));
  } catch (problem) {
    replace(seat, fault(problem, () => fill(seat, view, own)));
  }
}

/** A picture of the regions below; of more than two hundred the service draws none. */
export function pictured(region, kind, question) {
  return tooMany(region) ? [] : [['PNG', chart(kind, 'png', { ...question, below: undefined, region: region.code })]];
}

/** Why there is no picture, where there is none. */
export function tooMany(region) {
  return region.children.length > MOST_DRAWN ? say('tooManyToDraw') : '';
}

/** In which order of values the best, or the worst, come first. */
export async function order(indicator, worst) {
  const { direction } = await get(`indicators/${encodeURIComponent(indicator)}`);
  return (direction === 'LOWER') === Boolean(worst) ? '-value' : 'value';
}

function tiles(region, rows) {
  const rowOf = new Map(rows.map(row => [row.region, row]));
  const placed = region.children.every(code => SEATS[code]);
  const shown = region.children.map(code => rowOf.get(code)).filter(Boolean);
  if (!shown.length) return notice('empty', say('tilesNothing'));
  return h('figure', {}, h('ul', { class: placed ? 'tiles placed' : 'tiles' }, shown.map(row => {
    const [column, line] = SEATS[row.region] ?? [];
    return h('li', { style: placed ? `grid-column:${column};grid-row:${line}` : null },
      h('a', { class: `tile ${row.outcome}`, href: address({ region: row.region, page: '' }) },
        h('b', {}, row.regionName), h('span', { class: 'number' }, row.display.value === null ? say('noValue') : number(row.display.value)), partly(row),
        h('span', {}, h('span', { 'aria-hidden': 'true' }, shape(row.outcome)), ' ', row.labels.outcome)));
  })), placed && h('figcaption', { class: 'faint' }, h('span', { class: 'off-phone' }, say('tilesNote')), h('span', { class: 'on-phone' }, say('tilesInOrder'))));
}

function lines(first) {
  const body = h('tbody', {});
  const more = growing(first, body, row => h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: address({ region: row.region, page: '' }) }, row.regionName), row.scope && h('small', {}, row.scope)),
    h('td', { class: 'number' }, row.display.value === null ? say('noValue') : h('button', {
      type: 'button', class: 'figure', 'aria-label': `${row.regionName} ${row.display.value}: ${say('evidence')}`, onclick: () => openEvidence(row) }, number(row.display.value)), partly(row)),
    h('td', {}, zh(row.display.target)), h('td', {}, verdict(row)), h('td', {}, row.labels.schedule)));
  return h('div', {}, wide(say('below'), h('table', {}, h('thead', {}, h('tr', {}, ['region', 'actual', 'target', 'verdict', 'schedule'].map(name =>
    h('th', { scope: 'col' }, say(name))))), body)), more);
}
