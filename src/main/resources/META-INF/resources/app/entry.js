// Filling in: a grid with the last value and the target beside each cell, checked as one types, saved with a reason.

import { list, perhaps, send, url } from './api.js';
import { onlyFor, ownRegions } from './desk.js';
import { draft, others } from './drafts.js';
import { field, h, replace, working } from './dom.js';
import { instant, months, number, period as inWords, within } from './format.js';
import { notice, zh } from './parts.js';
import { address } from './state.js';
import { colon, say, teach } from './words.js';

teach({
  entryOf: ['填报：{0} {1}', 'Data entry: {0}, {1}'],
  lastValue: ['上次数值', 'Last value'],
  yourValue: ['本期数值', 'Value'],
  note: ['备注', 'Note'],
  sheetSource: ['数据来源（本表通用）', 'Source (of the whole sheet)'],
  sheetReason: ['修改原因（修改已报数时必填）', 'Reason (needed to change what stands)'],
  saveAll: ['保存已填各项', 'Save what is filled in'],
  nothingToSave: ['没有改动', 'Nothing has changed'],
  savedCount: ['已保存{0}项', '{0} saved'],
  refusedCount: ['{0}项未保存，原因见各行', '{0} not saved; each row says why'],
  notANumber: ['请填写数字', 'A number is needed'],
  tooExact: ['小数最多四位', 'Four decimals at most'],
  tooLarge: ['整数最多十四位', 'Fourteen digits before the decimal point at most'],
  periodClosed: ['{0}{1}的填报已由{2}于{3}关闭，不能填报或修改；确需改动，请其说明原因后重新开放',
    '{1} was closed for {0} by {2} ({3}): nothing in it can be entered or changed; where something must, ask for it to be reopened with a reason'],
  sourceNeeded: ['请先填写数据来源', 'Say where the values are from first'],
  willChange: ['将修改已报数 {0}', 'Changes what stands: {0}'],
  AWAITED: ['待审核', 'awaiting review'],
  RETURNED: ['已退回', 'returned'],
  returnedBy: ['{0}退回', 'Returned by {0}'],
  checking: ['正在核对…', 'Checking…'],
  sound: ['可以保存', 'Can be saved'],
  needsReason: ['修改已报数 {0}，须在上方写明原因', 'Changes what stands ({0}): give a reason above'],
  cleared: ['已报数 {0} 不能清空，仍然有效。要更正请填写新数并写明原因；误报而无数可填的，请审核人退回并写明意见',
    '{0} is recorded and stays: a value cannot be emptied. To correct it type the new one and say why; where there is none, ask a reviewer to return it'],
  draftBack: ['已恢复上次未保存的内容（{0}项），核对后请保存', 'What you had typed and not saved is back ({0}); check it and save'],
  draftDrop: ['放弃这些内容', 'Drop it'],
  draftsElse: ['还有未保存的填报：', 'Not saved yet elsewhere: '],
  draftOf: ['{0} {1}（{2}项）', '{0}, {1} ({2})'],
  changedMeanwhile: ['已被他人修改为 {0}，请刷新后核对', 'Somebody changed it to {0} meanwhile; reload and check'],
});

const PAUSE = 400;

export async function show(seat, view) {
  if (!onlyFor(seat, 'reporter')) return;
  const { plan, region, period } = view;
  const [{ items: rows }, { items: returned }, closed] = await Promise.all([list('attainment', { plan: plan.code, region: region.code, period }),
    list('reviews', { region: region.code, state: 'RETURNED', period }), closing(region, period)]);
  const own = await ownRegions();
  const kinds = new Map();
  for (const row of rows) {
    const key = JSON.stringify([row.indicator, row.scope, row.basis]);
    if (!kinds.has(key)) kinds.set(key, row);
  }
  const source = h('input', { name: 'source', maxlength: 1000, required: true, value: localStorage.getItem('source') ?? '' });
  const reason = h('input', { name: 'reason', maxlength: 1000 });
  const told = h('div', { 'aria-live': 'polite' });
  const place = { plan: plan.code, region: region.code, period };
  const kept = draft(place);
  const before = kept.get();
  const check = checking(() => lines, source, reason);
  const typed = () => {
    kept.keep({ source: source.value, reason: reason.value, cells: Object.fromEntries(lines.filter(each => each.changed).map(each => [each.key, each.content])) });
    check();
  };
  const lines = [...kinds].map(([key, row]) => line(key, row, view, returned, typed));
  if (closed) [source, reason, ...lines.flatMap(each => [each.input, each.note])].forEach(input => input.setAttribute('readonly', ''));
  [source, reason].forEach(input => input.addEventListener('input', typed));
  if (before) {
    [source.value, reason.value] = [before.source, before.reason];
    lines.forEach(each => before.cells[each.key] && each.restore(before.cells[each.key]));
    check();
  }
  const elsewhere = await Promise.all(others(place).map(async each =>
    ({ ...each, name: (await perhaps(`regions/${encodeURIComponent(each.region)}`))?.name ?? each.region })));
  const save = h('button', { class: 'primary' }, say('saveAll'));
  replace(seat, h('h1', {}, say('entryOf', region.name, inWords(period))),
    own,
    h('p', {}, h('a', { class: 'button', href: url('measurements/template.xlsx', { plan: plan.code, region: region.code, period }), download: '' },
      say('fillTemplate')), ' ', h('a', { class: 'button', href: address({ page: 'import' }) }, say('importing'))),
    before && notice('draft', say('draftBack', Object.keys(before.cells).length), null, h('button', {
      type: 'button', onclick: () => {
        kept.keep({ cells: {} });
        show(seat, view);
      },
    }, say('draftDrop'))),
    elsewhere.length ? h('p', { class: 'newest' }, say('draftsElse'), elsewhere.map(({ name, count, ...each }) =>
      [h('a', { href: address(each) }, say('draftOf', name, inWords(each.period), count)), ' '])) : null,
    closed && notice('forbidden closed', say('periodClosed', closed.regionName, inWords(closed.period), closed.author, instant(closed.recordedAt)), closed.reason),
    lines.length ? h('form', {
      class: 'entry', novalidate: true, onsubmit: event => {
        event.preventDefault();
        invalid(source, !source.value.trim());
        if (!source.value.trim()) {
          replace(told, notice('fault', say('sourceNeeded')));
          source.focus();
          return;
        }
        localStorage.setItem('source', source.value);
        working(save, async () => {
          await saveAll(lines, source.value, reason.value, told);
          typed();
          if (!kept.get()) seat.querySelector('.notice.draft')?.remove();
        });
      },
    }, h('div', { class: 'filters' }, field(say('sheetSource'), source), field(say('sheetReason'), reason), !closed && save), told,
    h('div', { class: 'wide' }, h('table', { class: 'stack' }, h('thead', {}, h('tr', {}, ['indicator', 'lastValue', 'target', 'yourValue', 'note', 'status'].map(name =>
      h('th', { scope: 'col' }, say(name))))), h('tbody', {}, lines.map(each => each.element))))) : notice('empty', say('noTargets')));
}

const length = period => months(period).reduce((first, last) => last - first);

/** The one before: beside a year the last year, and a later month only where there is no year. */
function newest(values, period) {
  const [, end] = months(period);
  const before = values.filter(each => months(each.period)[1] < end);
  const alike = before.filter(each => length(each.period) === length(period));
  return (alike.length ? alike : before).sort((one, other) => months(other.period)[1] - months(one.period)[1])[0];
}

/** The word that closes the period for the region: the nearest counts, that of the region before that of one above, and of the shorter period. */
async function closing(region, period) {
  const { items } = await list('closures');
  const mine = items.filter(each => within(period, each.period)).sort((one, other) => length(one.period) - length(other.period));
  let place = region;
  while (mine.length && place) {
    const word = mine.find(each => each.region === place.code);
    if (word) return word.closed ? { ...word, regionName: place.name } : undefined;
    place = place.parent && await perhaps(`regions/${encodeURIComponent(place.parent)}`);
  }
  return undefined;
}

/** One cell to fill in, with what stands there, what was reported last, and what the service says of it. */
function line(key, row, { measurements, region, period }, returned, ask) {
  const same = each => each.indicator === row.indicator && each.scope === row.scope && each.basis === row.basis;
  const last = newest(measurements.filter(same), period);
  const why = returned.find(each => same(each) && each.region === region.code)?.returned;
  const said = h('small', { class: 'flag', id: `said-${row.target}` });
  const state = h('td', { class: 'state across', 'aria-live': 'polite' });
  const input = h('input', {
    inputmode: 'decimal', class: 'number', 'aria-label': `${row.indicatorName} ${inWords(period)}`, 'aria-describedby': said.id, size: 9,
    oninput: () => check(), onfocus: () => see(),
  });
  const note = h('input', { 'aria-label': `${row.indicatorName} ${say('note')}`, maxlength: 1000, oninput: () => check() });
  const cell = (name, ...content) => h('td', { 'data-label': say(name) }, content);
  const self = {
    key, name: row.indicatorName, standing: measurements.find(each => same(each) && each.period === period), etag: undefined, state, input, note,
    path: `measurements/${row.indicator}/${region.code}/${encodeURIComponent(period)}`,
    query: { scope: row.scope, basis: row.basis, baseYear: last?.baseYear ?? row.baseline?.baseYear },
    get typed() {
      return input.value.normalize('NFKC').replace(/[%\s,]/g, '').replace('−', '-');
    },
    /** What is wrong with it in itself; the service has its own to say of the rest. */
    get fault() {
      const [, whole, fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(self.typed) ?? [];
      return !whole ? say('notANumber') : whole.length > 14 ? say('tooLarge') : fraction.length > 4 ? say('tooExact') : '';
    },
    get sent() {
      return { indicator: row.indicator, region: region.code, period, value: self.typed, ...Object.fromEntries(Object.entries(self.query).filter(([, part]) => part)) };
    },
    get changed() {
      return self.typed !== '' && (Number(self.typed) !== Number(self.standing?.value ?? NaN) || note.value !== (self.standing?.note ?? ''));
    },
    get cleared() {
      return self.typed === '' && Boolean(self.standing?.printed);
    },
    /** What is typed, and on which version of what stands. */
    get content() {
      return { value: input.value, note: note.value, on: self.standing?.revision ?? 0 };
    },
    restore({ value, note: words, on }) {
      [input.value, note.value] = [value, words];
      if (on === (self.standing?.revision ?? 0)) {
        see();
        judge();
      } else self.tell('bad', say('changedMeanwhile', self.standing.printed));
    },
    tell(kind, ...words) {
      replace(state, h('span', { class: kind }, words));
    },
    stands() {
      if (self.standing) {
        self.tell('', self.standing.status === 'FINAL' ? say('FINAL') : say(self.standing.review ?? 'PROVISIONAL'),
          self.standing.flags?.map(flag => h('small', { class: 'flag' }, flag.message)));
      } else replace(state);
    },
    /** What the reviewer wants corrected stays below the cell until it is. */
    remind() {
      replace(said, self.standing?.review === 'RETURNED' && why && [say('returnedBy', why.by), colon(), zh(why.comment ?? '—')]);
    },
  };
  /** The version that he sees is the one that he may replace. */
  async function see() {
    if (!self.standing || self.etag) return;
    const { content, headers } = await send('GET', url(self.path, self.query, ''));
    self.etag = headers.get('ETag');
    if (content.revision !== self.standing.revision) self.tell('bad', say('changedMeanwhile', content.printed));
  }
  function judge() {
    invalid(input, false);
    if (self.cleared) self.tell('flag', say('cleared', self.standing.printed));
    else if (!self.changed) self.stands();
    else if (self.fault) {
      invalid(input, true);
      self.tell('bad', self.fault);
    } else self.tell('faint', self.standing ? say('willChange', self.standing.printed) : say('checking'));
  }
  function check() {
    judge();
    ask();
  }
  if (self.standing) {
    input.value = self.standing.value ?? '';
    note.value = self.standing.note ?? '';
    self.query.baseYear = self.standing.baseYear;
  }
  self.stands();
  self.remind();
  self.element = h('tr', {}, h('th', { scope: 'row' }, row.indicatorName, h('small', {}, zh([row.unit, row.scope, row.basis].filter(Boolean).join(' · ')))),
    cell('lastValue', last ? [h('span', { class: 'number' }, zh(number(last.printed))), h('small', {}, inWords(last.period))] : '—'),
    cell('target', zh(row.display.target)), cell('yourValue', input, said), cell('note', note), state);
  return self;
}

/** Tries what is filled in, once the hand rests: the service says what it would refuse and what a reviewer should look at. */
function checking(lines, source, reason) {
  let timer, running, declined = false;
  const attempt = async () => {
    running?.abort();
    running = new AbortController();
    const tried = lines().filter(each => each.changed && !each.fault);
    if (!tried.length || declined) return;
    // One value a line: the line of a fault names the cell.
    const body = `[\n${tried.map(each => JSON.stringify({ ...each.sent, source: source.value || '—', reason: reason.value || '—' })).join(',\n')}\n]`;
    let report;
    try {
      report = (await send('POST', url('measurements:import', { dryRun: true, mode: 'partial' }, ''), { body, signal: running.signal })).content;
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      report = problem.problem;
      if (!report?.state) {
        declined = problem.status === 401;
        tried.forEach(each => each.tell('bad', problem.message));
        return;
      }
    }
    tried.forEach((each, i) => {
      const here = found => found.line === i + 2;
      const error = report.errors.find(here);
      const flags = report.flagged.filter(here);
      const needsReason = !error && each.standing && !reason.value;
      invalid(each.input, error);
      each.tell(error || needsReason ? 'bad' : '', error ? error.message : needsReason ? say('needsReason', each.standing.printed)
        : each.standing ? say('willChange', each.standing.printed) : say('sound'), flags.map(flag => h('small', { class: 'flag' }, `⚠ ${flag.message}`)));
    });
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(attempt, PAUSE);
  };
}

async function saveAll(lines, source, reason, told) {
  const changed = lines.filter(each => each.changed);
  if (!changed.length) {
    const empty = lines.filter(each => each.cleared);
    replace(told, notice('empty', say('nothingToSave'), empty.length ? h('ul', {}, empty.map(each => h('li', {}, each.name, colon(), say('cleared', each.standing.printed)))) : null));
    return;
  }
  let saved = 0;
  for (const each of changed) {
    if (each.fault) {
      invalid(each.input, true);
      each.tell('bad', each.fault);
      continue;
    }
    try {
      const address = url(each.path, each.query, '');
      const { content, headers } = await send('PUT', address, {
        headers: each.etag ? { 'If-Match': each.etag } : each.standing ? {} : { 'If-None-Match': '*' },
        body: { value: each.typed, source, note: each.note.value || null, reason: reason || null },
      });
      each.etag = headers.get('ETag');
      each.standing = content;
      each.remind();
      each.tell('good', say('saved'), content.flags?.map(flag => h('small', { class: 'flag' }, flag.message)));
      saved++;
    } catch (problem) {
      invalid(each.input, true);
      each.tell('bad', problem.errors[0]?.message ?? problem.message);
    }
  }
  const refused = changed.length - saved;
  replace(told, notice(refused ? 'fault' : 'done', say('savedCount', saved), refused ? say('refusedCount', refused) : null));
}

function invalid(input, wrong) {
  if (wrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
