// One indicator in one region: its years, its regions compared, its revisions, and what every plan says of it.

import { get, list, page, perhaps, url } from './api.js';
import { order, pictured } from './below.js';
import { h, replace } from './dom.js';
import { openEvidence } from './evidence.js';
import { date, instant, number, period as inWords } from './format.js';
import { chart, fault, growing, movement, known, notice, section, shape, takeAway, verdict, wide, zh } from './parts.js';
import { address, state } from './state.js';
import { chinese, say } from './words.js';

const MOST_RANKED = 40;

export async function show(seat, view) {
  const { plan, region, period, measurements } = view;
  const code = state().indicator;
  const question = { plan: plan.code, indicator: code, region: region.code, period };
  const years = Array.from({ length: plan.endYear - plan.baseYear + 1 }, (_, i) => String(plan.baseYear + i));
  const [indicator, standing, conflicts, ...byYear] = await Promise.all([get(`indicators/${encodeURIComponent(code)}`),
    list('attainment', { indicator: code, region: region.code, period }), list('conflicts'),
    ...years.map(year => list('attainment', { ...question, period: year }))]);
  const values = measurements.filter(each => each.indicator === code);
  const rows = standing.items;
  const own = rows.find(row => row.plan === plan.code) ?? rows[0];
  const line = years.flatMap((year, i) => byYear[i].items.filter(row => row.target === own?.target));
  const against = conflicts.items.filter(each => each.indicator === code);
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': `${indicator.name} ${say('seriesOf')}` });
  const ranks = h('div', {});
  replace(seat,
    h('div', { class: 'title' }, h('p', { class: 'crumbs' }, h('a', { href: address({ page: '', indicator: '' }) }, `← ${say('overview')}`)),
      h('h1', {}, indicator.name), h('p', { class: 'faint' },
        [region.name, say('unitOf', indicator.unit || '—'), indicator.basis && say('basisOf', indicator.basis)].filter(Boolean).map((part, i) => [i ? ' · ' : '', zh(part)])),
      own && h('p', { class: 'headline' }, verdict(own), ' ', h('span', { class: `pace ${own.schedule}` }, own.labels.schedule), ' ', movement(own)), known(standing.asOf)),
    section('series', say('seriesOf'), values.length || line.length ? [canvas, h('p', { class: 'faint', id: 'series-words' })]
      : notice('empty', say('noValue'))),
    line.length ? section('years', say('byYear'), wide(say('byYear'), yearTable(line))) : null,
    section('plans', say('plansTargets'), rows.length ? wide(say('plansTargets'), planTable(rows, view.plans)) : notice('empty', say('noTargets')),
      against.length ? conflictList(against) : null),
    region.children.length ? section('ranking', say('ranking'), ranks) : null,
    section('revisions', say('revisions'), await revisions(values, period)),
    takeAway([['PNG', chart('trend', 'png', question)], ['SVG', chart('trend', 'svg', question)], ['PDF', chart('trend', 'pdf', question)],
      ['CSV', url('facts.csv', { indicator: code, region: region.code, period })], ['XLSX', url('facts.xlsx', { indicator: code, region: region.code, period })]],
    url('attainment', question), say('seriesOf')));
  if (region.children.length) rank(ranks, view, indicator, own);
  if (values.length || line.length) draw(canvas, seat, indicator, values, line, own);
}

function yearTable(line) {
  return h('table', {}, h('thead', {}, h('tr', {}, ['year', 'actual', 'gap', 'verdict', 'schedule', 'direction'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, line.map(row => h('tr', {}, h('th', { scope: 'row' }, inWords(row.period)),
      h('td', {}, h('button', { type: 'button', class: 'figure', onclick: () => openEvidence(row) },
        row.display.value === null ? h('em', {}, say('noValue')) : number(row.display.value)),
      row.status === 'PROVISIONAL' && h('small', { class: 'mark' }, say('provisional')),
      row.valuePeriod && row.valuePeriod !== row.period && h('small', {}, inWords(row.valuePeriod))),
      h('td', { class: 'number' }, number(row.display.gap ?? '—')), h('td', {}, verdict(row)),
      h('td', {}, h('span', { class: `pace ${row.schedule}` }, row.labels.schedule)), h('td', {}, movement(row))))));
}

function planTable(rows, plans) {
  const titles = new Map(plans.map(each => [each.code, each.title]));
  return h('table', {}, h('thead', {}, h('tr', {}, ['plan', 'target', 'due', 'attribute', 'verdict', 'schedule'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, rows.map(row => h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: address({ plan: row.plan, period: '' }) }, zh(titles.get(row.plan) ?? row.plan)),
        row.scope && h('small', {}, row.scope), row.inForce && h('small', { class: 'mark' }, say('inForce'))),
      h('td', {}, h('button', { type: 'button', class: 'figure printed', onclick: () => openEvidence(row) }, zh(row.display.target))),
      h('td', {}, date(row.due)), h('td', {}, row.labels.attribute), h('td', {}, verdict(row)),
      h('td', {}, h('span', { class: `pace ${row.schedule}` }, row.labels.schedule))))));
}

function conflictList(conflicts) {
  return h('div', { class: 'notice conflict' }, h('strong', {}, say('conflicts')),
    conflicts.map(conflict => h('ul', {}, conflict.targets.map(target => h('li', {}, `${target.placeName} `, zh(`${target.readAs ?? target.printed}：`),
      target.citations.map(cited => h('q', { lang: 'zh-CN' }, cited.quote)), ' ', zh(target.citations[0]?.document), ' ', zh(target.citations[0]?.section))))));
}

/** Regions from the best to the worst, a page at a time; those without a value come last. */
async function rank(seat, { plan, region, period }, indicator, own) {
  replace(seat, notice('waiting', say('loading')));
  try {
    const question = { plan: plan.code, below: region.code, indicator: indicator.code, period };
    const first = await page('attainment', { ...question, sort: await order(indicator.code), 'page[size]': MOST_RANKED });
    if (!first.items.length) {
      replace(seat, notice('empty', say('tilesNothing')));
      return;
    }
    const most = Math.max(...first.items.map(row => Math.abs(row.value ?? 0)), Math.abs(Number(first.items[0].rule.value ?? 0)), 1e-9);
    const ranks = h('ol', { class: 'ranking' });
    let place = 0, before = {};
    // Equal values share a place.
    const placed = row => {
      place++;
      before = { value: row.value, place: row.value !== null && row.value === before.value ? before.place : place };
      return before.place;
    };
    replace(seat, ranks, growing(first, ranks, row => (own ? row.scope === own.scope : true) && h('li', { class: row.value === null ? 'unknown' : null, value: placed(row) },
      h('a', { href: address({ region: row.region }) }, row.regionName),
      h('span', { class: 'bar', 'aria-hidden': 'true' }, row.value !== null && h('span', { class: row.outcome, style: `width:${Math.min(100, Math.max(0, row.value) / most * 100)}%` })),
      h('span', { class: 'number' }, row.display.value === null ? say('noValue') : number(row.display.value)),
      h('span', { class: `verdict ${row.outcome}` }, h('span', { 'aria-hidden': 'true' }, shape(row.outcome)), ' ', row.labels.outcome))),
    takeAway([...pictured(region, 'ranking', question), ['CSV', url('facts.csv', question)],
      ['XLSX', url('facts.xlsx', question)]], url('attainment', question), say('ranking')));
  } catch (problem) {
    replace(seat, fault(problem, () => rank(seat, { plan, region, period }, indicator, own)));
  }
}

async function revisions(values, period) {
  const mine = values.filter(each => each.period === period);
  if (!mine.length) return notice('empty', say('noValue'));
  const histories = await Promise.all(mine.map(each => perhaps(
    `measurements/${each.indicator}/${each.region}/${encodeURIComponent(each.period)}/revisions`,
    { basis: each.basis, baseYear: each.baseYear, scope: each.scope })));
  return wide(say('revisions'), h('table', {}, h('thead', {}, h('tr', {}, ['value', 'status', 'source', 'who', 'when', 'why'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, histories.flatMap(history => history?.items ?? []).map(step => h('tr', {},
      h('td', { class: 'number' }, step.printed), h('td', {}, say(step.status)),
      h('td', {}, step.source, step.basis && h('small', {}, step.basis)), h('td', {}, step.author), h('td', {}, instant(step.recordedAt)),
      h('td', {}, step.reason))))));
}

/** ECharts is fetched only where a series is drawn. */
let library;
function echarts() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h('script', {
      src: '/_static/echarts/6.0.0/dist/echarts.min.js', onload: () => resolve(globalThis.echarts), onerror: reject,
    }));
  });
  return library;
}

async function draw(canvas, seat, indicator, values, line, own) {
  const bases = [...new Set(values.map(each => each.basis))];
  const numeric = values.filter(each => each.value !== null && /^\d{4}$/.test(each.period));
  const years = [...new Set([...numeric.map(each => each.period), ...line.map(row => row.period),
    ...(own ? [own.due.slice(0, 4)] : [])])].sort();
  seat.querySelector('#series-words').textContent = numeric.map(each => `${inWords(each.period)} ${each.printed}`).join(chinese() ? '；' : '; ');
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const ink = css('--ink'), faint = css('--faint'), rule = css('--rule'), colours = [css('--accent'), css('--not-yet'), css('--faint')];
  const series = bases.map((basis, i) => ({
    name: basis ?? indicator.basis ?? say('actual'), type: 'line', connectNulls: false, lineStyle: { color: colours[i % 3], width: 2.5 },
    itemStyle: { color: colours[i % 3] }, symbolSize: 9,
    data: years.map(year => {
      const found = numeric.find(each => each.period === year && each.basis === basis && each.scope === (own?.scope ?? null));
      return found ? { value: found.value, printed: found.printed, symbol: found.status === 'FINAL' ? 'circle' : 'emptyCircle' } : null;
    }),
    label: { show: true, color: ink, formatter: point => number(point.data.printed) },
  }));
  const rolled = new Map(line.filter(row => row.computed && row.valuePeriod === row.period && !numeric.some(each => each.period === row.period))
    .map(row => [row.period, row.display.value]));
  if (rolled.size) {
    series.push({
      name: say('rolledUp'), type: 'line', lineStyle: { width: 0 }, itemStyle: { color: colours[0] }, symbol: 'emptyDiamond', symbolSize: 11,
      data: years.map(year => rolled.get(year) ?? null), label: { show: true, color: ink, formatter: point => number(point.value) },
    });
  }
  const aim = own && Number(own.rule.value ?? NaN);
  if (Number.isFinite(aim) && own.rule.type !== 'ChangeBy') {
    series.push({
      name: `${say('target')} ${own.display.target}`, type: 'line', symbol: 'none', lineStyle: { color: ink, width: 1.5 }, itemStyle: { color: ink },
      data: years.map(() => aim),
    });
  }
  const pathOf = new Map(line.filter(row => row.requiredShare !== null && row.baseline && row.baseline.value !== null)
    .map(row => [row.period, Number(row.baseline.value) + Number(row.requiredShare) * (aim - Number(row.baseline.value))]));
  if (pathOf.size && own.baseline?.period) {
    pathOf.set(own.baseline.period.slice(0, 4), Number(own.baseline.value));
    pathOf.set(own.due.slice(0, 4), aim);
    series.push({
      name: say('required'), type: 'line', symbol: 'none', lineStyle: { color: faint, width: 1.5, type: 'dashed' }, itemStyle: { color: faint },
      data: years.map(year => pathOf.get(year) ?? null), connectNulls: true,
    });
  }
  const picture = (await echarts()).init(canvas, null, { renderer: 'svg' });
  picture.setOption({
    animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, grid: { left: 56, right: 24, top: 48, bottom: 32 },
    legend: { top: 4, itemGap: 26, textStyle: { color: ink } }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: years.map(inWords), axisLabel: { color: faint }, axisLine: { lineStyle: { color: rule } } },
    yAxis: { type: 'value', scale: true, name: indicator.unit, nameTextStyle: { color: faint }, axisLabel: { color: faint }, splitLine: { lineStyle: { color: rule } } },
    series,
  });
  new ResizeObserver(() => picture.resize()).observe(canvas);
}
