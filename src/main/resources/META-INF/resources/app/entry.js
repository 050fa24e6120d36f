// Filling in: a grid with the last value and the target beside each cell, checked as one types, saved with a reason.

import { account, list, send, url } from './api.js';
import { onlyFor } from './desk.js';
import { field, h, replace } from './dom.js';
import { number, period as inWords } from './format.js';
import { notice } from './parts.js';
import { address } from './state.js';
import { say, teach } from './words.js';

teach({
  entryOf: ['填报：{0} {1}', 'Data entry: {0}, {1}'],
  ownRegions: ['我负责的地区', 'My regions'],
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
  willChange: ['将修改已报数 {0}', 'Changes what stands: {0}'],
  AWAITED: ['待审核', 'awaiting review'],
  RETURNED: ['已退回', 'returned'],
  changedMeanwhile: ['已被他人修改为 {0}，请刷新后核对', 'Somebody changed it to {0} meanwhile; reload and check'],
});

export async function show(seat, view) {
  if (!onlyFor(seat, 'reporter')) return;
  const { plan, region, period } = view;
  const { items: rows } = await list('attainment', { plan: plan.code, region: region.code, period }, 2000);
  const kinds = new Map();
  for (const row of rows) {
    const key = JSON.stringify([row.indicator, row.scope, row.basis]);
    if (!kinds.has(key)) kinds.set(key, row);
  }
  const source = h('input', { name: 'source', maxlength: 1000, required: true, value: localStorage.getItem('source') ?? '' });
  const reason = h('input', { name: 'reason', maxlength: 1000 });
  const told = h('div', { 'aria-live': 'polite' });
  const lines = [...kinds.values()].map(row => line(row, view));
  const save = h('button', { class: 'primary' }, say('saveAll'));
  replace(seat, h('h1', {}, say('entryOf', region.name, inWords(period))),
    account.regions.length ? h('p', {}, say('ownRegions'), '：', account.regions.map(code =>
      [h('a', { href: address({ region: code }) }, code), ' '])) : null,
    h('p', {}, h('a', { class: 'button', href: url('measurements/template.xlsx', { plan: plan.code, region: region.code, period }), download: '' },
      say('fillTemplate')), ' ', h('a', { class: 'button', href: address({ page: 'import' }) }, say('importing'))),
    lines.length ? h('form', {
      class: 'entry', novalidate: true, onsubmit: async event => {
        event.preventDefault();
        localStorage.setItem('source', source.value);
        save.disabled = true;
        await saveAll(lines, source.value, reason.value, told);
        save.disabled = false;
      },
    }, h('div', { class: 'filters' }, field(say('sheetSource'), source), field(say('sheetReason'), reason), save), told,
    h('div', { class: 'wide' }, h('table', {}, h('thead', {}, h('tr', {}, ['indicator', 'lastValue', 'target', 'yourValue', 'note', 'status'].map(name =>
      h('th', { scope: 'col' }, say(name))))), h('tbody', {}, lines.map(each => each.element))))) : notice('empty', say('noTargets')));
}

/** One cell to fill in, with what stands there, what was reported last, and what the service says of it. */
function line(row, { measurements, region, period }) {
  const same = each => each.indicator === row.indicator && each.scope === row.scope && each.basis === row.basis;
  const standing = measurements.find(each => same(each) && each.period === period);
  const last = measurements.filter(each => same(each) && each.period < period).sort((one, other) => (one.period < other.period ? 1 : -1))[0];
  const state = h('td', { class: 'state', 'aria-live': 'polite' });
  const input = h('input', {
    inputmode: 'decimal', class: 'number', value: standing?.value ?? '', 'aria-label': `${row.indicatorName} ${inWords(period)}`, size: 9,
    oninput: () => check(), onfocus: () => see(),
  });
  const note = h('input', { 'aria-label': `${row.indicatorName} ${say('note')}`, maxlength: 1000, value: standing?.note ?? '', oninput: () => check() });
  const self = {
    row, standing, etag: undefined, state, input, note,
    path: `measurements/${row.indicator}/${region.code}/${encodeURIComponent(period)}`,
    query: { scope: row.scope, basis: row.basis, baseYear: standing?.baseYear ?? last?.baseYear ?? row.baseline?.baseYear },
    get typed() {
      return input.value.normalize('NFKC').replace(/[%\s,]/g, '').replace('−', '-');
    },
    get changed() {
      return self.typed !== '' && (Number(self.typed) !== Number(standing?.value ?? NaN) || note.value !== (standing?.note ?? ''));
    },
    tell(kind, ...words) {
      replace(state, h('span', { class: kind }, words));
    },
    stands() {
      if (standing) {
        self.tell('', standing.status === 'FINAL' ? say('FINAL') : say(standing.review ?? 'PROVISIONAL'),
          standing.flags?.map(flag => h('small', { class: 'flag' }, flag.message)));
      } else replace(state);
    },
  };
  /** The version that he sees is the one that he may replace. */
  async function see() {
    if (!standing || self.etag) return;
    const { content, headers } = await send('GET', url(self.path, self.query, ''));
    self.etag = headers.get('ETag');
    if (content.revision !== standing.revision) self.tell('bad', say('changedMeanwhile', content.printed));
  }
  function check() {
    input.removeAttribute('aria-invalid');
    if (!self.changed) self.stands();
    else if (!/^-?\d{1,14}(\.\d{1,4})?$/.test(self.typed)) {
      input.setAttribute('aria-invalid', 'true');
      self.tell('bad', say('notANumber'));
    } else if (standing) self.tell('', say('willChange', standing.printed));
    else replace(state);
  }
  self.stands();
  self.element = h('tr', {}, h('th', { scope: 'row' }, row.indicatorName, h('small', {}, [row.unit, row.scope, row.basis].filter(Boolean).join(' · '))),
    h('td', { class: 'number' }, last ? [number(last.printed), h('small', {}, inWords(last.period))] : '—'),
    h('td', {}, row.display.target), h('td', {}, input), h('td', {}, note), state);
  return self;
}

async function saveAll(lines, source, reason, told) {
  const changed = lines.filter(each => each.changed);
  if (!changed.length) {
    replace(told, notice('empty', say('nothingToSave')));
    return;
  }
  let saved = 0;
  for (const each of changed) {
    try {
      const address = url(each.path, each.query, '');
      const { content, headers } = await send('PUT', address, {
        headers: each.etag ? { 'If-Match': each.etag } : each.standing ? {} : { 'If-None-Match': '*' },
        body: { value: each.typed, source, note: each.note.value || null, reason: reason || null },
      });
      each.etag = headers.get('ETag');
      each.tell('good', say('saved'), content.flags?.map(flag => h('small', { class: 'flag' }, flag.message)));
      saved++;
    } catch (problem) {
      each.input.setAttribute('aria-invalid', 'true');
      each.tell('bad', problem.errors[0]?.message ?? problem.message);
    }
  }
  const refused = changed.length - saved;
  replace(told, notice(refused ? 'fault' : 'done', say('savedCount', saved), refused ? say('refusedCount', refused) : null));
}
