// The frame around every page: what is looked at, as of when, in which language, and who is looking.

import { account, get, list, page, perhaps, Refused, send, signedIn } from './api.js';
import { combobox, regions } from './choose.js';
import { field, h, replace, select } from './dom.js';
import { fromLocal, instant, period as inWords, toLocal } from './format.js';
import { fault, notice } from './parts.js';
import { address, go, onChange, state } from './state.js';
import { chinese, language, say } from './words.js';

/** Each page is a module that is loaded when it is first asked for; it exports show(seat, view). */
const PAGES = {
  overview: () => import('./overview.js'),
  indicator: () => import('./indicator.js'),
  entry: () => import('./entry.js'),
  import: () => import('./import.js'),
  review: () => import('./review.js'),
  targets: () => import('./targets.js'),
  edit: () => import('./edit.js'),
  'sign-in': () => import('./sign-in.js'),
  account: () => import('./account.js'),
  admin: () => import('./admin.js'),
};

/** Pages for those who have signed in, with the roles that use them. */
const DESKS = [
  { page: 'entry', words: 'entry', roles: ['reporter'] },
  { page: 'import', words: 'importing', roles: ['reporter'] },
  { page: 'review', words: 'review', roles: ['reporter', 'reviewer'] },
  { page: 'targets', words: 'planning', roles: ['planner'] },
  { page: 'admin', words: 'admin', roles: ['admin'] },
];

/** Pages that are of the regions of whoever opens them. */
const OWN = ['entry', 'review'];

const PERIOD = /^\d{4}(-S[12]|-Q[1-4]|-\d{2}(\/\d{4}-\d{2})?)?$/;
const MOST_FOR_LETTERS = 2000;

const header = h('header', { class: 'top' });
const past = h('div', {});
const skip = h('a', { class: 'skip', href: '#content' });
const footer = h('footer', {});
const main = h('main', { id: 'content', tabindex: '-1' });
let shown = 0;
let who;

async function begin() {
  theme(localStorage.getItem('theme') ?? '');
  who = perhaps('account', {}, { asOf: '' }).then(found => found && signedIn(found), () => undefined);
  onChange(show);
  await show();
}

/** What the first text is written with: a typeface of the machine, or ours once it is here. */
const letters = Promise.race([document.fonts.ready, new Promise(enough => setTimeout(enough, MOST_FOR_LETTERS))]);

/** In place of what stood there while the page was fetched. */
function appear() {
  if (!main.isConnected) document.body.replaceChildren(skip, header, past, main, footer);
}

/** The plan, region and period that the address names, or else the ones a planner would open first; then the address names them. */
async function view() {
  const asked = state();
  const regionCode = asked.region ?? '150000';
  const [{ items: plans }, region] = await Promise.all([list('plans'), get(`regions/${encodeURIComponent(regionCode)}`).catch(problem => problem)]);
  if (!plans.length && asked.asOf) throw new Early(await perhaps('changes', { 'page[size]': 1 }, { asOf: '' }));
  if (region instanceof Error) throw region;
  if (!plans.length) throw new Error(say('nothing'));
  if (asked.plan && !plans.some(each => each.code === asked.plan)) throw new Refused(404, { detail: say('noPlan', asked.plan) });
  if (asked.period && !PERIOD.test(asked.period)) throw new Error(say('noPeriod', asked.period));
  const values = plan => list('measurements', {
    region: regionCode, from: Math.min(plan.baseYear, parseInt(asked.period, 10) || plan.baseYear), to: Math.max(plan.endYear, parseInt(asked.period, 10) || 0),
  });
  const ranked = ranking(plans);
  const named = plans.find(each => each.code === asked.plan);
  const early = values(named ?? ranked[0]);
  early.catch(() => undefined);
  const plan = named ?? await firstPlan(ranked, region);
  const { items: measurements } = await (named || plan === ranked[0] ? early : values(plan));
  const counts = new Map();
  for (const { period } of measurements) if (/^\d{4}$/.test(period)) counts.set(period, (counts.get(period) ?? 0) + 1);
  const years = [...counts.keys()].sort();
  const period = asked.period ?? firstYear(plan, counts);
  go({ plan: plan.code, region: regionCode, period }, true);
  return { plans, plan, region, measurements, years, period };
}

/** An instant at which nothing was recorded yet; `since` is the first that something was. */
class Early extends Error {
  constructor(changes) {
    super(say('nothingYet'));
    this.since = changes?.items[0]?.recordedAt;
  }
}

/** Plans that bind come first, then those that end last. */
function ranking(plans) {
  const order = [plan => plan.targets.binding > 0, plan => plan.endYear, plan => plan.issued ?? '', plan => plan.targets.expected + plan.targets.tasks];
  return [...plans].sort((one, other) => {
    const by = order.find(each => each(one) !== each(other));
    return by ? (by(one) > by(other) ? -1 : 1) : 0;
  });
}

/** The first plan that binds this region; where none does, the first that sets it a target at all. */
async function firstPlan(ranked, region) {
  const { items: bound } = await page('targets', { plan: ranked[0].code, region: region.code, attribute: 'BINDING', 'page[size]': 1 });
  if (bound.length) return ranked[0];
  const sets = (card, ...names) => card && names.some(name => Object.values(card[name]).some(count => count > 0));
  let other;
  for (const plan of ranked.slice(0, 8)) {
    const card = await perhaps(`scorecards/${plan.code}/${encodeURIComponent(region.code)}/${plan.endYear}`);
    if (sets(card, 'binding')) return plan;
    if (sets(card, 'expected', 'tasks')) other ??= plan;
  }
  return other ?? ranked[0];
}

/** The last year that was reported as well as others of the plan, at least by half; before anything was reported, the base year. */
function firstYear(plan, counts) {
  const since = [...counts].filter(([year]) => +year > plan.baseYear).sort();
  const most = Math.max(0, ...since.map(([, count]) => count));
  return since.filter(([, count]) => count * 2 >= most).at(-1)?.[0] ?? String(counts.size ? plan.baseYear : plan.endYear);
}

/** A page whose module the service did not send; the browser may not ask for the same one twice. */
class Unsent extends Refused {
  constructor() {
    super(0, { detail: say('noAnswer') });
  }
}

/** A browser that could not fetch a module begins anew, once the service answers again. */
function retrying(problem) {
  return problem instanceof Unsent ? () => perhaps('account', {}, { asOf: '' }).then(() => location.reload(), show) : show;
}

async function show() {
  const turn = ++shown;
  document.documentElement.lang = language();
  document.body.setAttribute('aria-busy', 'true');
  const page = state().page ?? 'overview';
  const held = header.contains(document.activeElement) && document.activeElement.name;
  try {
    const [module, seen] = await Promise.all([PAGES[page]?.().catch(() => {
      throw new Unsent();
    }), page === 'sign-in' ? view().catch(() => undefined) : view(), who, letters]);
    if (turn !== shown) return;
    appear();
    head(seen, page);
    if (!module) {
      replace(main, h('h1', {}, say('notFound')), h('p', {}, h('a', { class: 'button', href: '/' }, say('overview'))));
    } else {
      const seat = h('div', { class: `page ${page}` });
      await module.show(seat, seen);
      if (turn !== shown) return;
      replace(main, seat);
    }
  } catch (problem) {
    if (turn !== shown) return;
    // Where nobody reads without being signed in, that comes first.
    if (problem.status === 401 && !account.name && page !== 'sign-in') {
      go({ page: 'sign-in', back: page === 'overview' ? '' : page }, true);
      await show();
      return;
    }
    appear();
    if (!header.hasChildNodes()) head(undefined, page);
    if (problem instanceof Early) {
      replace(main, h('h1', {}, problem.message), notice('empty', problem.since && say('firstKnown', instant(problem.since)), null, [
        problem.since && h('a', { class: 'button', href: address({ asOf: problem.since }) }, say('toFirst')), ' ',
        h('a', { class: 'button', href: address({ asOf: '' }) }, say('toNow'))]));
      return;
    }
    replace(main, h('h1', {}, say('failed')), fault(problem, retrying(problem)), h('p', {}, h('a', { class: 'button', href: '/' }, say('overview'))));
  } finally {
    if (turn === shown) {
      // Whoever works by keyboard goes on where he was, or in what he opened.
      if (document.activeElement === document.body && shown > 1) (held && header.querySelector(`[name="${held}"]`) || main).focus({ preventScroll: true });
      document.body.removeAttribute('aria-busy');
      document.title = [main.querySelector('h1')?.textContent, say('product')].filter(Boolean).join(' · ');
    }
  }
}

function head(seen, page) {
  const link = (code, words) => h('a', { href: address({ page: code === 'overview' ? '' : code, ...(OWN.includes(code) && own(seen?.region)) }),
    'aria-current': page === code || page === 'edit' && code === 'targets' ? 'page' : null }, words);
  const desks = DESKS.filter(desk => desk.roles.some(role => account.roles.includes(role)));
  replace(header,
    h('a', { class: 'brand', href: '/' }, h('img', { src: '/app/icon.svg', alt: '', width: 26, height: 26 }), h('b', {}, say('product')),
      h('span', {}, say('slogan'))),
    h('nav', { 'aria-label': say('product') }, link('overview', say('overview')), desks.map(desk => link(desk.page, say(desk.words)))),
    h('div', { class: 'settings' },
      select({ 'aria-label': say('theme'), onchange: event => theme(event.target.value) },
        [['', say('themeAuto')], ['light', say('themeLight')], ['dark', say('themeDark')]], localStorage.getItem('theme') ?? ''),
      h('button', { type: 'button', lang: language() === 'en' ? 'zh-CN' : 'en', onclick: otherLanguage }, say('languageName')),
      account.name ? [h('a', { class: 'who', href: address({ page: 'account' }) }, account.name),
        h('button', { type: 'button', onclick: signOut }, say('signOut'))]
        : h('a', { class: 'button', href: address({ page: 'sign-in', back: PAGES[page] && page !== 'overview' && page !== 'sign-in' ? page : '' }) }, say('signIn'))),
    seen && chooser(seen));
  replace(skip, say('skip'));
  replace(footer, !chinese() && h('p', {}, say('asPrinted')), h('a', { href: '/q/swagger-ui' }, 'API'), ' · ', h('a', { href: '/q/openapi' }, 'OpenAPI'));
  replace(past, state().asOf && h('div', { class: 'past', role: 'status' }, say(Number.isNaN(Date.parse(state().asOf)) ? 'unknownInstant' : 'past', instant(state().asOf)), ' ',
    h('a', { class: 'button', href: address({ asOf: '' }) }, say('toNow'))));
}

/** Who reports or reviews does so for a region of his own, where the one that is looked at is none. */
function own(region) {
  const { regions } = account;
  return !regions.length || !region || [region.code, region.parent, '150000'].some(code => regions.includes(code)) ? {} : { region: regions[0] };
}

function chooser({ plans, plan, region, period, years }) {
  const periods = [...new Set([...span(plan.baseYear, plan.endYear), ...years, period.slice(0, 4)])].sort();
  return h('form', { class: 'chooser', onsubmit: event => event.preventDefault() },
    field(say('plan'), select({ name: 'plan', onchange: event => go({ plan: event.target.value, period: '' }) },
      plans.map(each => [each.code, each.title]), plan.code)),
    combobox({ name: 'region', label: say('region'), shown: region.name, find: text => regions(text, region), chosen: code => go({ region: code }) }),
    field(say('period'), select({ name: 'period', onchange: event => go({ period: event.target.value }) },
      [...periods.map(code => [code, inWords(code)]), { label: say('partsOf', period.slice(0, 4)), options: partsOf(period.slice(0, 4)).map(code => [code, inWords(code)]) }], period)),
    field(say('asOf'), h('input', {
      type: 'datetime-local', name: 'asOf', value: toLocal(state().asOf),
      onchange: event => go({ asOf: fromLocal(event.target.value) }),
    })));
}

/** Half-years, quarters, months and the months from January on, as quick reports come. */
function partsOf(year) {
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  return [...['S1', 'S2', 'Q1', 'Q2', 'Q3', 'Q4', ...months].map(part => `${year}-${part}`), ...months.slice(1, 11).map(month => `${year}-01/${year}-${month}`)];
}

function span(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

function otherLanguage() {
  const next = language() === 'en' ? 'zh-CN' : 'en';
  localStorage.setItem('lang', next);
  go({ lang: next });
}

async function signOut() {
  await send('DELETE', '/api/v1/session').catch(() => undefined);
  signedIn({ name: null, roles: [], regions: [] });
  go({ page: '' });
}

function theme(name) {
  localStorage.setItem('theme', name);
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}

begin();
