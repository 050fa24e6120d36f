// One indicator in one region: its years, its regions compared, its revisions, and what every plan says of it.

import { get, list, page, perhaps, Refused, url } from './api.js';
import { order, pictured, tooMany } from './below.js';
import { h, replace } from './dom.js';
import { openEvidence } from './evidence.js';
import { date, gap, instant, number, period as inWords, rounded } from './format.js';
import { author, chart, fault, growing, movement, known, notice, partly, section, shape, share, takeAway, verdict, wide, zh } from './parts.js';
import { address, state } from './state.js';
import { chinese, colon, say } from './words.js';

const MOST_RANKED = 40;

export async function show(seat, view) {
  const { plan, region, period, measurements } = view;
  const code = state().indicator;
  if (!code) {
    replace(seat, h('h1', {}, say('notFound')), h('p', {}, h('a', { class: 'button', href: address({ page: '' }) }, say('overview'))));
    return;
  }
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
  const series = seriesOf(indicator, values, line, own);
  const drawn = series.some(each => each.points.some(point => point.figure !== null));
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': `${indicator.name} ${say('seriesOf')}`, 'aria-describedby': 'series-words' });
  // The picture shows what was known of one period: of the last that has a figure, as the series here does.
  const last = series.flatMap(each => each.points.map(point => point.period)).sort().at(-1) ?? period;
  const all = { plan: plan.code, indicator: code, region: region.code };
  const ranks = h('div', {});
  replace(seat,
    h('div', { class: 'title' }, h('p', { class: 'crumbs' }, h('a', { href: address({ page: '', indicator: '' }) }, `← ${say('overview')}`)),
      h('h1', {}, indicator.name), h('p', { class: 'faint' },
        [region.name, say('unitOf', indicator.unit || '—'), indicator.basis && say('basisOf', indicator.basis)].filter(Boolean).map((part, i) => [i ? ' · ' : '', zh(part)])),
      own && h('p', { class: 'headline' }, verdict(own), ' ', h('span', { class: `pace ${own.schedule}` }, own.labels.schedule), ' ', movement(own)), known(standing.asOf)),
    section('series', say('seriesOf'), drawn ? canvas : notice('empty', say(own && !series.length ? 'noValue' : 'inWordsOnly'), own && [say('aimIs', ''), zh(own.display.target)]),
      h('ul', { class: 'faint words', id: 'series-words' }, series.map(({ name, points }) => h('li', {}, zh(name), colon(),
        points.map((point, i) => [i ? (chinese() ? '；' : '; ') : '', `${inWords(point.period)} `, zh(number(point.printed)), partly(point), point.status === 'PROVISIONAL' && h('small', { class: 'mark' }, say('provisional'))])))),
      takeAway([...(drawn ? ['png', 'svg', 'pdf'].map(form => [form.toUpperCase(), chart('trend', form, { ...all, period: last })]) : []),
        ...(line.length ? [['CSV', url('facts.csv', all)], ['XLSX', url('facts.xlsx', all)]] : [])],
      line.length ? url('facts.json', all) : url('measurements', { indicator: code, region: region.code }), say('seriesOf'))),
    line.length ? section('years', say('byYear'), wide(say('byYear'), yearTable(line))) : null,
    section('plans', say('plansTargets'), rows.length ? [wide(say('plansTargets'), planTable(rows, view.plans)),
      takeAway([['CSV', url('facts.csv', { ...all, plan: undefined, period })], ['XLSX', url('facts.xlsx', { ...all, plan: undefined, period })]],
        url('attainment', { ...all, plan: undefined, period }), say('plansTargets'))] : notice('empty', say('noTargets')),
      against.length ? conflictList(against) : null),
    region.children.length ? section('ranking', say('ranking'), ranks) : null,
    section('revisions', say('revisions'), await revisions(values, period)));
  if (region.children.length) rank(ranks, view, indicator, own);
  if (drawn) drawing(canvas, () => draw(canvas, indicator, series, line, own));
}

function yearTable(line) {
  return h('table', {}, h('thead', {}, h('tr', {}, ['year', 'actual', 'gap', 'verdict', 'schedule', 'direction'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, line.map(row => h('tr', {}, h('th', { scope: 'row' }, inWords(row.period)),
      h('td', {}, h('button', { type: 'button', class: 'figure', onclick: () => openEvidence(row) },
        row.display.value === null ? h('em', {}, say('noValue')) : zh(number(row.display.value))),
      partly(row), row.status === 'PROVISIONAL' && h('small', { class: 'mark' }, say('provisional')),
      row.valuePeriod && row.valuePeriod !== row.period && h('small', {}, inWords(row.valuePeriod))),
      h('td', { class: 'number', title: row.gap === null ? null : number(row.gap) }, gap(row)), h('td', {}, verdict(row)),
      h('td', {}, h('span', { class: `pace ${row.schedule}` }, row.labels.schedule)), h('td', {}, movement(row))))));
}

function planTable(rows, plans) {
  const titles = new Map(plans.map(each => [each.code, each.title]));
  return h('table', {}, h('thead', {}, h('tr', {}, ['plan', 'target', 'due', 'attribute', 'verdict', 'schedule'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, rows.map(row => h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: address({ plan: row.plan, period: '' }) }, zh(titles.get(row.plan) ?? row.plan)),
        row.scope && h('small', {}, row.scope), row.inForce && h('small', { class: 'mark' }, say('inForce'))),
      h('td', {}, h('button', { type: 'button', class: 'figure printed', onclick: () => openEvidence(row) }, zh(row.display.target))),
      h('td', {}, date(row.due)), h('td', { class: 'attribute' }, row.labels.attribute), h('td', {}, verdict(row)),
      h('td', {}, h('span', { class: `pace ${row.schedule}` }, row.labels.schedule))))));
}

function conflictList(conflicts) {
  return h('div', { class: 'notice conflict' }, h('strong', {}, say('conflicts')),
    conflicts.map(conflict => h('ul', {}, conflict.targets.map(target => h('li', {}, `${target.placeName} `, zh(target.readAs ?? target.printed), colon(),
      target.citations.map(cited => h('q', { lang: 'zh-CN' }, cited.quote)), ' ', zh(target.citations[0]?.document), ' ', zh(target.citations[0]?.section))))));
}

/** Regions from the best to the worst, a page at a time; those without a value come last. */
async function rank(seat, { plan, region, period }, indicator, own) {
  replace(seat, notice('waiting', say('loading')));
  try {
    const question = { plan: plan.code, below: region.code, indicator: indicator.code, period };
    const first = await page('attainment', { ...question, sort: await order(indicator.code), 'page[size]': MOST_RANKED });
    if (!first.items.length) {
      seat.closest('section').remove();
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
      h('span', { class: 'number' }, row.display.value === null ? say('noValue') : figure(row)),
      h('span', { class: `verdict ${row.outcome}` }, h('span', { 'aria-hidden': 'true' }, shape(row.outcome)), ' ', row.labels.outcome), partly(row))),
    takeAway([...pictured(region, 'ranking', question), ['CSV', url('facts.csv', question)],
      ['XLSX', url('facts.xlsx', question)]], url('attainment', question), say('ranking'), tooMany(region)));
  } catch (problem) {
    replace(seat, fault(problem, () => rank(seat, { plan, region, period }, indicator, own)));
  }
}

/** The value of another region, which opens what it rests on. */
function figure(row) {
  return h('button', { type: 'button', class: 'figure', 'aria-label': `${row.regionName} ${row.display.value}: ${say('evidence')}`, onclick: () => openEvidence(row) }, number(row.display.value));
}

/** Of the period that is looked at, and of every other that was revised. */
async function revisions(values, period) {
  const mine = values.filter(each => each.period === period || each.revision > 1);
  if (!mine.length) return notice('empty', say('noRevisions', inWords(period)));
  const histories = await Promise.all(mine.map(each => perhaps(
    `measurements/${each.indicator}/${each.region}/${encodeURIComponent(each.period)}/revisions`,
    { basis: each.basis, baseYear: each.baseYear, scope: each.scope })));
  return wide(say('revisions'), h('table', {}, h('thead', {}, h('tr', {}, ['period', 'value', 'status', 'source', 'who', 'when', 'why'].map(name => h('th', { scope: 'col' }, say(name))))),
    h('tbody', {}, histories.flatMap(history => history?.items ?? []).map(step => h('tr', {},
      h('td', {}, inWords(step.period)), h('td', { class: 'number' }, zh(number(step.printed))), h('td', {}, say(step.act === 'RETURNED' ? 'wasReturned' : step.status)),
      h('td', {}, zh(step.source), step.basis && h('small', {}, zh(step.basis))), h('td', {}, author(step.author)), h('td', {}, instant(step.recordedAt)),
      h('td', {}, zh(step.reason)))))));
}

/** Where the chart cannot be drawn the words below it stand, and it can be tried again. */
function drawing(canvas, act) {
  act().catch(problem => {
    const told = fault(problem, () => {
      told.replaceWith(canvas);
      drawing(canvas, act);
    });
    canvas.replaceWith(told);
  });
}

/** ECharts is fetched only where a series is drawn. */
let library;
function echarts() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h('script', {
      src: '/_static/echarts/6.0.0/dist/echarts.min.js', onload: () => resolve(globalThis.echarts), onerror: () => {
        library = undefined;
        reject(new Refused(0, { detail: say('noAnswer') }));
      },
    }));
  });
  return library;
}

/**
 * What was reported, a series for each basis, and what was rolled up where nothing was: for every year one figure, that of the
 * base year which the target has.
 */
function seriesOf(indicator, values, line, own) {
  const scope = own ? own.scope : values[0]?.scope ?? null;
  const yearly = values.filter(each => each.scope === scope && /^\d{4}$/.test(each.period));
  const fitting = each => each.baseYear === (own?.baseline?.baseYear ?? null);
  const reported = [...new Set(yearly.map(each => each.basis))].map(basis => {
    const ofYear = new Map();
    for (const each of yearly) if (each.basis === basis && (!ofYear.has(each.period) || fitting(each))) ofYear.set(each.period, each);
    return { name: basis ?? indicator.basis ?? say('actual'),
      points: [...ofYear.values()].map(each => ({ period: each.period, figure: each.value, printed: each.printed, status: each.status })) };
  });
  const rolled = line.filter(row => row.computed && row.value !== null && row.valuePeriod === row.period && !yearly.some(each => each.period === row.period))
    .map(row => ({ period: row.period, figure: row.value, printed: row.display.value, status: row.status, coverage: row.coverage }));
  return [...reported, ...(rolled.length ? [{ name: say('rolledUp'), rolled: true, points: rolled }] : [])]
    .map(each => ({ ...each, points: each.points.sort((one, other) => (one.period < other.period ? -1 : 1)) }));
}

/** Colours are named, not read: so the chart is of the page's colours on paper and in the dark too. */
const COLOURS = ['var(--accent)', 'var(--not-yet)', 'var(--faint)'];
const PAPER = { width: 700, height: 300 };
const LETTERS = 12, LEGEND_LINE = 22, LEGEND_GAP = 26, LEGEND_SIGN = 30;
const INK = 'var(--ink)', FAINT = 'var(--faint)', RULE = 'var(--rule)';

/** How many lines the legend takes up, so that the unit of the axis stands clear below it. */
function legendLines(names, width) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${LETTERS}px ${getComputedStyle(document.body).fontFamily}`;
  let lines = 1, taken = 0;
  for (const name of names) {
    const needed = LEGEND_SIGN + pen.measureText(name).width;
    if (taken && taken + needed > width - 10) {
      lines++;
      taken = 0;
    }
    taken += needed + LEGEND_GAP;
  }
  return lines;
}

async function draw(canvas, indicator, reported, line, own) {
  const years = [...new Set([...reported.flatMap(each => each.points.map(point => point.period)), ...line.map(row => row.period),
    ...(own ? [own.due.slice(0, 4)] : [])])].sort();
  const series = reported.map(({ name, rolled, points }, i) => ({
    name, type: 'line', connectNulls: false, lineStyle: { color: COLOURS[i % 3], width: rolled ? 0 : 2.5 },
    itemStyle: { color: COLOURS[rolled ? 0 : i % 3] }, symbol: rolled ? 'diamond' : 'circle', symbolSize: rolled ? 11 : 9,
    data: years.map(year => {
      const found = points.find(point => point.period === year && point.figure !== null);
      return found ? { value: found.figure, printed: found.printed, coverage: found.coverage, itemStyle: found.status === 'FINAL' ? {} : { color: 'var(--paper)', borderColor: COLOURS[rolled ? 0 : i % 3], borderWidth: 2.5 } } : null;
    }),
    label: { show: true, color: INK, formatter: ({ data }) => [number(data.printed), share(data)].filter(Boolean).join('\n') },
  }));
  const straight = (name, colour, style, data) => ({
    name, type: 'line', symbol: 'none', lineStyle: { color: colour, width: 1.5, ...style }, itemStyle: { color: colour }, data, connectNulls: true,
  });
  const aim = own ? Number(own.rule.value ?? NaN) : NaN;
  if (Number.isFinite(aim) && own.rule.type !== 'ChangeBy') series.push(straight(`${say('target')} ${own.display.target}`, INK, {}, years.map(() => aim)));
  const pathOf = new Map(line.filter(row => row.requiredShare !== null && row.baseline && row.baseline.value !== null)
    .map(row => [row.period, Number(row.baseline.value) + Number(row.requiredShare) * (aim - Number(row.baseline.value))]));
  if (pathOf.size && own.baseline?.period) {
    pathOf.set(own.baseline.period.slice(0, 4), Number(own.baseline.value));
    pathOf.set(own.due.slice(0, 4), aim);
    series.push(straight(say('required'), FAINT, { type: 'dashed' }, years.map(year => pathOf.get(year) ?? null)));
  }
  const picture = (await echarts()).init(canvas, null, { renderer: 'svg' });
  picture.setOption({
    animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, grid: { left: 56, right: 24, bottom: 32 },
    legend: { top: 4, itemGap: LEGEND_GAP, textStyle: { color: INK } },
    tooltip: { trigger: 'axis', backgroundColor: 'var(--paper)', borderColor: RULE, textStyle: { color: INK }, axisPointer: { lineStyle: { color: FAINT } },
      valueFormatter: figure => (figure === null || figure === undefined ? '—' : number(String(+rounded(figure, 2)))) },
    xAxis: { type: 'category', data: years.map(inWords), axisLabel: { color: FAINT }, axisLine: { lineStyle: { color: RULE } }, axisTick: { lineStyle: { color: RULE } } },
    yAxis: { type: 'value', scale: true, name: indicator.unit, nameTextStyle: { color: FAINT }, axisLabel: { color: FAINT }, splitLine: { lineStyle: { color: RULE } } },
    series: series.map(each => ({ ...each, emphasis: { disabled: true } })),
  });
  const fit = size => {
    picture.resize(size);
    picture.setOption({ grid: { top: 44 + LEGEND_LINE * legendLines(series.map(each => each.name), picture.getWidth()) } });
    picture.getZr().flush();
    canvas.querySelector('svg').setAttribute('viewBox', `0 0 ${picture.getWidth()} ${picture.getHeight()}`);
  };
  // Paper is narrower than the screen, and the sheet scales what is drawn for it.
  const paper = () => (canvas.isConnected ? fit(PAPER) : removeEventListener('beforeprint', paper));
  addEventListener('beforeprint', paper);
  addEventListener('afterprint', () => canvas.isConnected && fit({ width: 'auto', height: 'auto' }));
  new ResizeObserver(() => matchMedia('print').matches || fit({ width: 'auto', height: 'auto' })).observe(canvas);
}
