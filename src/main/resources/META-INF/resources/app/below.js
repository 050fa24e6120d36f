// The regions below one: as tiles placed as on the map where there are few, as a table that is searched where there are many.

import { list } from './api.js';
import { field, h, replace, select } from './dom.js';
import { number } from './format.js';
import { notice, section, shape, verdict } from './parts.js';
import { address, go, state } from './state.js';
import { say } from './words.js';

/** 盟市方位格: column and row of each league. */
const SEATS = {
  150700: [7, 1], 152200: [7, 2], 152500: [5, 2], 150500: [7, 3], 150400: [6, 3], 150900: [5, 3], 150100: [4, 3], 150200: [3, 3],
  150800: [2, 3], 152900: [1, 4], 150300: [2, 4], 150600: [3, 4],
};
const MOST_TILES = 60;
const MOST_ROWS = 200;

/** @param own the verdict rows of the region itself, whose indicators can be chosen */
export function below(view, own) {
  const seat = h('div', {}, notice('waiting', say('loading')));
  fill(seat, view, [...new Map(own.map(row => [row.indicator, row.indicatorName]))]);
  return section('below', view.region.children.length > MOST_TILES ? say('below') : say('tiles'), seat);
}

async function fill(seat, view, indicators) {
  const { plan, region, period } = view;
  try {
    const chosen = state().indicator ?? indicators[0]?.[0];
    if (!chosen) {
      replace(seat, notice('empty', say('tilesNothing')));
      return;
    }
    const { items: rows } = await list('attainment', { plan: plan.code, below: region.code, indicator: chosen, period });
    const choice = field(say('indicator'), select({
      name: 'indicator', onchange: event => {
        go({ indicator: event.target.value }, true);
        fill(seat, view, indicators);
      },
    }, indicators, chosen));
    replace(seat, h('form', { class: 'filters', onsubmit: event => event.preventDefault() }, choice),
      region.children.length > MOST_TILES ? searched(rows) : tiles(region, rows));
  } catch (problem) {
    replace(seat, notice('fault', problem.message, null, h('button', { type: 'button', onclick: () => fill(seat, view, indicators) }, say('retry'))));
  }
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
        h('b', {}, row.regionName), h('span', { class: 'number' }, row.display.value === null ? say('noValue') : number(row.display.value)),
        h('span', {}, h('span', { 'aria-hidden': 'true' }, shape(row.outcome)), ' ', row.labels.outcome)));
  })), placed && h('figcaption', { class: 'faint' }, say('tilesNote')));
}

function searched(rows) {
  const body = h('tbody', {});
  const told = h('p', { class: 'faint', role: 'status' });
  const fillRows = wanted => {
    const found = rows.filter(row => `${row.regionName} ${row.region}`.includes(wanted.trim()));
    replace(body, found.slice(0, MOST_ROWS).map(row => h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: address({ region: row.region, page: '' }) }, row.regionName)),
      h('td', { class: 'number' }, row.display.value === null ? say('noValue') : number(row.display.value)),
      h('td', {}, verdict(row)), h('td', {}, row.labels.schedule))));
    told.textContent = say('shown', Math.min(found.length, MOST_ROWS), rows.length);
  };
  fillRows('');
  return h('div', {}, field(say('belowFind'), h('input', { type: 'search', oninput: event => fillRows(event.target.value) })), told,
    h('table', {}, h('thead', {}, h('tr', {}, ['region', 'actual', 'verdict', 'schedule'].map(name => h('th', { scope: 'col' }, say(name))))), body));
}
