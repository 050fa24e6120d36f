// Dates, periods and numbers as Chinese statistics print them, and in plain English.

import { chinese } from './words.js';

const ZONE = 'Asia/Shanghai';

/** As it was sent, scale and all, with a true minus. */
export function number(text) {
  if (text === null || text === undefined) return '';
  return String(text).replace('-', '−');
}

/** A figure that was computed, to so many decimals, half up: rounded('4.5166666667', 2) is 4.52. */
export function rounded(exact, decimals) {
  const figure = Number(exact);
  return (Math.sign(figure) * Math.round(`${Math.abs(figure)}e${decimals}`) / 10 ** decimals).toFixed(decimals);
}

/** How many decimals a figure is printed with. */
function decimals(printed) {
  return /\.(\d+)/.exec(printed ?? '')?.[1].length ?? 0;
}

/** The gap with its sign and as many decimals as the two figures that it lies between; +1.4 beside 92.1 and 90.7. */
export function gap(row) {
  if (row.gap === null) return row.display.gap ? number(row.display.gap) : '—';
  const text = rounded(row.gap, Math.max(decimals(row.display.value), decimals(row.display.target)));
  return number(Number(row.gap) > 0 ? `+${text}` : text);
}

/** 2025年, 2025年上半年, 2025年第三季度, 2025年9月, 2025年1—7月. */
export function period(code) {
  if (!code || !chinese()) return code ?? '';
  const [first, last] = code.split('/');
  const [year, part] = [first.slice(0, 4), first.slice(5)];
  if (last) {
    return last.startsWith(year) ? `${year}年${+part}—${+last.slice(5)}月`
      : `${year}年${+part}月—${last.slice(0, 4)}年${+last.slice(5)}月`;
  }
  if (!part) return `${year}年`;
  if (part.startsWith('S')) return `${year}年${part === 'S1' ? '上' : '下'}半年`;
  if (part.startsWith('Q')) return `${year}年第${'一二三四'[part[1] - 1]}季度`;
  return `${year}年${+part}月`;
}

/** The first and the last month of a period, counted from the year 0. */
export function months(code) {
  const [first, last = first] = code.split('/');
  const month = (part, end) => {
    const [year, kind = ''] = [+part.slice(0, 4), part.slice(5)];
    const [size, place] = kind === '' ? [12, 1] : kind.startsWith('S') ? [6, +kind[1]] : kind.startsWith('Q') ? [3, +kind[1]] : [1, +kind];
    return year * 12 + size * (end ? place : place - 1) + (end ? -1 : 0);
  };
  return [month(first, false), month(last, true)];
}

/** Whether a period lies in another, or is the same: 2024-Q1 in 2024. */
export function within(code, other) {
  const [[first, last], [from, to]] = [months(code), months(other)];
  return from <= first && last <= to;
}

export function date(day) {
  if (!day) return '';
  const [year, month, date] = day.split('-').map(Number);
  if (month === 12 && date === 31) return chinese() ? `${year}年底` : `end of ${year}`;
  return chinese() ? `${year}年${month}月${date}日` : day;
}

/** An instant in the time of the office. */
export function instant(text) {
  if (Number.isNaN(Date.parse(text))) return text;
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false,
  }).formatToParts(new Date(text)).map(part => [part.type, part.value]));
  return chinese() ? `${parts.year}年${+parts.month}月${+parts.day}日${parts.hour}:${parts.minute}`
    : `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute} (UTC+8)`;
}

/** What <input type="datetime-local"> holds for an instant, in the time of the office, and back. */
export function toLocal(text) {
  return Number.isFinite(Date.parse(text)) ? new Date(Date.parse(text) + 8 * 3600000).toISOString().slice(0, 16) : '';
}

export function fromLocal(text) {
  // The whole minute that was named counts as known.
  return text ? new Date(`${text}:59.999+08:00`).toISOString() : '';
}
