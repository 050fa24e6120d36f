// What the pages for those who write have in common: a form that sends, and says what became of it.

import { account, perhaps } from './api.js';
import { h, replace, working } from './dom.js';
import { instant } from './format.js';
import { fault, notice } from './parts.js';
import { address, state } from './state.js';
import { chinese, say, teach } from './words.js';

const MOST_OWN = 12;

teach({
  ownRegions: ['我负责的地区', 'My regions'],
  save: ['保存', 'Save'],
  fillTemplate: ['下载填报模板', 'Download a sheet to fill in'],
  nowOnly: ['查看过去的数据时不能填报、审核或修改', 'Nothing is written while you look at the past'],
  saved: ['已保存', 'Saved'],
  reason: ['原因', 'Reason'],
  reasonNeeded: ['修改已有内容须写明原因', 'A change needs a reason'],
});

/** Whether somebody is signed in who acts in one of the roles. */
export function may(...roles) {
  return roles.some(role => account.roles.includes(role));
}

const covered = new Map();

/** Whether who is signed in writes for a region: for itself, or for one above it. */
export function writesFor(code) {
  if (may('admin') || account.regions.includes(code)) return true;
  const who = `${account.name} ${code}`;
  if (!covered.has(who)) covered.set(who, perhaps(`regions/${encodeURIComponent(code)}`).then(region => Boolean(region?.parent) && writesFor(region.parent)));
  return covered.get(who);
}

/** The regions of whoever is signed in, as links to the same page for each. */
export async function ownRegions() {
  const own = await Promise.all(account.regions.slice(0, MOST_OWN).map(async code => (await perhaps(`regions/${code}`)) ?? { code, name: code }));
  return own.length ? h('p', {}, say('ownRegions'), chinese() ? '：' : ': ', own.map(each => [h('a', { href: address({ region: each.code }) }, each.name), ' '])) : null;
}

/** The page of one who may not, in place of it. */
export function onlyFor(seat, ...roles) {
  if (may(...roles) && state().asOf) {
    replace(seat, h('h1', {}, say('past', instant(state().asOf))), notice('forbidden', say('nowOnly'), null,
      h('a', { class: 'button', href: address({ asOf: '' }) }, say('toNow'))));
    return false;
  }
  if (may(...roles)) return true;
  replace(seat, h('h1', {}, say(account.name ? 'forbidden' : 'signIn')), notice('forbidden', say('forbidden'), say('forbiddenHint'),
    h('a', { class: 'button', href: address({ page: 'sign-in', back: state().page }) }, say('signIn'))));
  return false;
}

/** A form: `act` is given its fields and gives back what to tell; a refusal is shown where it was sent from. */
export function form(attributes, act, ...content) {
  const told = h('div', { 'aria-live': 'polite' });
  const made = h('form', {
    ...attributes, onsubmit: event => {
      event.preventDefault();
      working(event.submitter ?? made.querySelector('button'), async () => {
        try {
          const done = await act(Object.fromEntries(new FormData(made)), made);
          replace(told, done && notice('done', done));
        } catch (problem) {
          replace(told, fault(problem));
        }
      });
    },
  }, content, told);
  return made;
}
