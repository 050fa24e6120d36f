// What waits for a reviewer: each value with what it replaces and why it should be looked at; and periods that are closed.

import { list, page, send, url } from './api.js';
import { form, may, onlyFor, ownRegions, writesFor } from './desk.js';
import { field, h, replace, select, working } from './dom.js';
import { instant, number, period as inWords } from './format.js';
import { growing, notice, section, zh } from './parts.js';
import { address, go, state } from './state.js';
import { colon, say, teach } from './words.js';

teach({
  queue: ['待审核数据', 'Values that await review'],
  queueReturned: ['已退回、待更正', 'Returned, to be corrected'],
  showing: ['显示', 'Show'],
  before: ['原数', 'Before'],
  after: ['报送数', 'Sent'],
  sentBy: ['报送人', 'Sent by'],
  flags: ['疑点提示', 'Flags'],
  comment: ['审核意见', 'Comment'],
  makeFinal: ['核定', 'Make final'],
  giveBack: ['退回', 'Return'],
  queueEmpty: ['没有待处理的数据', 'Nothing is waiting'],
  madeFinal: ['已核定：', 'Made final:'],
  gaveBack: ['已退回：', 'Returned:'],
  closing: ['{0}{1}的填报', '{1} for {0}'],
  isOpen: ['开放填报', 'Open'],
  isClosed: ['已于{1}由{0}关闭', 'Closed by {0}, {1}'],
  closePeriod: ['关闭填报', 'Close'],
  reopen: ['重新开放', 'Reopen'],
  correct: ['去更正', 'Correct it'],
  notYours: ['不属于您负责的地区', 'Not of your regions'],
});

const PAGE = 50;

export async function show(seat, view) {
  if (!onlyFor(seat, 'reviewer', 'reporter')) return;
  const wanted = state().state ?? (may('reviewer') ? 'AWAITED' : 'RETURNED');
  const { only = '', about = '' } = state();
  const [first, closure, { items: indicators }, mine, own] = await Promise.all([
    page('reviews', { region: view.region.code, state: wanted, period: only, indicator: about, 'page[size]': PAGE }).then(owned), closureOf(view), list('indicators'),
    writesFor(view.region.code), ownRegions()]);
  const years = [...new Set([...view.years, view.period, only].filter(Boolean))].sort().reverse();
  const body = h('tbody', {});
  const told = h('p', { role: 'status', class: 'faint' });
  const more = growing(first, body, item => line(item, wanted, view, told), say('queueEmpty'));
  replace(seat, h('h1', {}, say('review'), ' · ', view.region.name), mine ? null : own,
    h('form', { class: 'filters', onsubmit: event => event.preventDefault() },
      field(say('showing'), select({ name: 'state', onchange: event => go({ state: event.target.value }) }, [['AWAITED', say('queue')], ['RETURNED', say('queueReturned')]], wanted)),
      field(say('indicator'), select({ name: 'about', onchange: event => go({ about: event.target.value }) }, [['', say('all')], ...indicators.map(each => [each.code, each.name])], about)),
      field(say('period'), select({ name: 'only', onchange: event => go({ only: event.target.value }) }, [['', say('all')], ...years.map(year => [year, inWords(year)])], only))),
    first.items.length ? [told, h('div', { class: 'wide' }, h('table', { class: 'queue stack' }, h('thead', {}, h('tr', {},
      ['indicator', 'region', 'before', 'after', 'flags', 'sentBy', 'comment'].map(name => h('th', { scope: 'col' }, say(name))))), body)), more]
      : notice('empty', say('queueEmpty')),
    may('reviewer') && mine && section('closing', say('closing', view.region.name, inWords(view.period)), closing(seat, view, closure)));
}

/** A page of the queue, of each value whether it is of a region of whoever looks. */
async function owned(part) {
  return { ...part, next: part.next && (async () => owned(await part.next())),
    items: await Promise.all(part.items.map(async item => ({ ...item, mine: await writesFor(item.region) }))) };
}

function line(item, wanted, view, done) {
  const comment = h('input', { 'aria-label': `${say('comment')} ${item.indicatorName} ${item.regionName} ${inWords(item.period)}`, maxlength: 1000, value: '' });
  const told = h('div', { 'aria-live': 'polite' });
  const place = `measurements/${item.indicator}/${item.region}/${encodeURIComponent(item.period)}`;
  const query = { basis: item.basis, baseYear: item.baseYear, scope: item.scope };
  const decide = (decision, button) => working(button, async () => {
    try {
      const seen = await send('GET', url(place, query, ''));
      if (seen.content.revision !== item.revision) {
        replace(told, h('span', { class: 'bad' }, `${say('after')} → ${seen.content.printed}`));
        return;
      }
      await send('PUT', url(`${place}/review`, query, ''), {
        headers: { 'If-Match': seen.headers.get('ETag') }, body: { decision, comment: comment.value || null },
      });
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      done.textContent = `${say(decision === 'FINAL' ? 'madeFinal' : 'gaveBack')} ${item.indicatorName} · ${item.regionName} · ${inWords(item.period)}`;
      if (next) next.querySelector('input, button, a')?.focus();
      else go({});
    } catch (problem) {
      replace(told, h('span', { class: 'bad' }, problem.errors[0]?.message ?? problem.message));
      if (problem.errors[0]?.pointer === '/comment') comment.focus();
    }
  });
  const cell = (name, ...content) => h('td', { 'data-label': say(name) }, content);
  const row = h('tr', {},
    h('th', { scope: 'row' }, item.indicatorName, h('small', {}, zh([inWords(item.period), item.scope, item.basis].filter(Boolean).join(' · ')))),
    cell('region', item.regionName),
    cell('before', item.before ? [zh(number(item.before.printed)), h('small', {}, say(item.before.status))] : '—'),
    cell('after', h('b', {}, zh(number(item.printed))), h('small', {}, zh(item.source)), item.note && h('small', {}, zh(item.note))),
    cell('flags', item.flags.map(flag => h('small', { class: 'flag' }, `⚠ ${flag.message}`))),
    cell('sentBy', item.sentBy, h('small', {}, instant(item.sentAt)), item.sentBecause && h('small', {}, zh(item.sentBecause))),
    h('td', { class: 'across' }, item.returned && h('small', {}, [item.returned.by, colon(), zh(item.returned.comment ?? '—')]),
      !item.mine ? h('span', { class: 'faint' }, say('notYours')) : wanted === 'AWAITED' && may('reviewer') ? [comment, ' ',
        h('button', { type: 'button', class: 'primary', onclick: event => decide('FINAL', event.target) }, say('makeFinal')), ' ',
        h('button', { type: 'button', onclick: event => decide('RETURNED', event.target) }, say('giveBack')), told]
        : may('reporter') && h('a', { class: 'button', href: address({ page: 'entry', region: item.region, period: item.period, plan: view.plan.code }) }, say('correct'))));
  return row;
}

async function closureOf({ region, period }) {
  if (!(await page('closures', { region: region.code, period })).items.length) return undefined;
  const { content, headers } = await send('GET', url(`closures/${region.code}/${encodeURIComponent(period)}`, {}, ''));
  return { ...content, etag: headers.get('ETag') };
}

function closing(seat, view, closure) {
  const closed = closure?.closed ?? false;
  return form({ class: 'filters' }, async ({ reason }) => {
    await send('PUT', url(`closures/${view.region.code}/${encodeURIComponent(view.period)}`, {}, ''), {
      headers: closure ? { 'If-Match': closure.etag } : {}, body: { closed: !closed, reason: reason || null },
    });
    await show(seat, view);
  }, h('p', {}, closed ? say('isClosed', closure.author, instant(closure.recordedAt)) : say('isOpen')),
  field(say('reason'), h('input', { name: 'reason', maxlength: 1000, required: Boolean(closure) })),
  h('button', { name: 'closing' }, say(closed ? 'reopen' : 'closePeriod')));
}
