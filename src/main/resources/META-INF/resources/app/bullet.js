// Two small pictures of a row: where it stands between baseline and target, and how it came there.

import { s } from './dom.js';
import { say } from './words.js';

const WIDTH = 168, HEIGHT = 30, EDGE = 8;
const LOWER_IS_BETTER = new Set(['AtMost', 'Below']);

function figureOf(rule) {
  return rule.value ?? rule.to ?? rule.from ?? null;
}

/** Baseline as a hollow tick, actual as a disc, target as a flag; the side that meets it is shaded. */
export function bullet(row) {
  const change = row.rule.type === 'ChangeBy';
  const target = Number(figureOf(row.rule) ?? NaN);
  const baseline = change ? 0 : Number(row.baseline && row.rule.type !== 'ChangeBy' ? row.baseline.value ?? NaN : NaN);
  const actual = Number(row.value ?? NaN);
  const known = [target, baseline, actual].filter(Number.isFinite);
  if (!Number.isFinite(actual) && !Number.isFinite(target)) return null;
  let low = Math.min(...known), high = Math.max(...known);
  const room = (high - low || Math.abs(high) || 1) * 0.18;
  low -= room;
  high += room;
  const x = figure => EDGE + (figure - low) / (high - low) * (WIDTH - 2 * EDGE);
  const marks = [s('line', { class: 'track', x1: EDGE, x2: WIDTH - EDGE, y1: 18, y2: 18 })];
  if (Number.isFinite(target)) {
    const lower = LOWER_IS_BETTER.has(row.rule.type);
    marks.push(s('rect', {
      class: 'zone', x: lower ? EDGE : x(target), width: lower ? x(target) - EDGE : WIDTH - EDGE - x(target), y: 10, height: 16,
    }));
  }
  if (Number.isFinite(baseline) && Number.isFinite(actual)) {
    marks.push(s('line', { class: `walked ${row.outcome}`, x1: x(baseline), x2: x(actual), y1: 18, y2: 18 }));
  }
  if (Number.isFinite(baseline)) marks.push(s('line', { class: 'base', x1: x(baseline), x2: x(baseline), y1: 11, y2: 25 }));
  if (Number.isFinite(target)) {
    marks.push(s('path', { class: 'flag', d: `M${x(target)} 27V5l7 3.5-7 3.5` }));
  }
  if (Number.isFinite(actual)) {
    marks.push(s('circle', { class: `actual ${row.outcome} ${row.status ?? ''}`, cx: x(actual), cy: 18, r: 5.5 }));
  }
  const words = [
    row.display.baseline && `${say('baseline')} ${row.display.baseline}`,
    `${say('actual')} ${row.display.value ?? say('noValue')}`, `${say('target')} ${row.display.target}`,
  ].filter(Boolean).join(', ');
  return s('svg', { class: 'bullet', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': words },
    s('title', {}, words), marks);
}

/** Yearly values as a line; a year without a value breaks it. */
export function spark(values, target) {
  const points = values.filter(each => each.value !== null && !each.bound && /^\d{4}$/.test(each.period))
    .map(each => ({ year: +each.period, figure: Number(each.value), printed: each.printed, status: each.status }))
    .sort((one, other) => one.year - other.year);
  if (points.length < 2) return null;
  const width = 96, height = 28;
  const figures = points.map(point => point.figure);
  const low = Math.min(...figures, ...(Number.isFinite(target) ? [target] : []));
  const high = Math.max(...figures, ...(Number.isFinite(target) ? [target] : []));
  const x = year => 5 + (year - points[0].year) / (points.at(-1).year - points[0].year) * (width - 10);
  const y = figure => height - 5 - (high === low ? 0.5 : (figure - low) / (high - low)) * (height - 10);
  const line = points.map((point, i) =>
    `${i === 0 || point.year - points[i - 1].year > 1 ? 'M' : 'L'}${x(point.year).toFixed(1)} ${y(point.figure).toFixed(1)}`).join('');
  const words = points.map(point => `${point.year}: ${point.printed}`).join(', ');
  return s('svg', { class: 'spark', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': words },
    s('title', {}, words),
    Number.isFinite(target) && s('line', { class: 'aim', x1: 3, x2: width - 3, y1: y(target), y2: y(target) }),
    s('path', { class: 'line', d: line }),
    s('circle', { class: `last ${points.at(-1).status}`, cx: x(points.at(-1).year), cy: y(points.at(-1).figure), r: 3.5 }));
}
