// Pieces that several pages show.

import { url } from './api.js';
import { h, replace } from './dom.js';
import { instant } from './format.js';
import { address, state } from './state.js';
import { chinese, language, say } from './words.js';

const SHAPES = { MET: '●', NOT_YET_MET: '◐', NOT_MET: '✕', NOT_ASSESSABLE: '○' };

/** The outcome as shape and words; the reason stands below it. */
export function verdict(row, label = row.labels.outcome) {
  return h('span', { class: `verdict ${row.outcome}` },
    h('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPES[row.outcome]), label,
    row.labels?.reason && h('small', {}, row.labels.reason));
}

export function shape(outcome) {
  return SHAPES[outcome];
}

const ARROWS = { BETTER: '↗', SAME: '→', WORSE: '↘', UNKNOWN: '' };

export function movement(row) {
  if (row.direction === 'UNKNOWN') return h('span', { class: 'faint' }, '—');
  return h('span', { class: `movement ${row.direction}` }, h('span', { 'aria-hidden': 'true' }, ARROWS[row.direction], ' '),
    row.labels.direction);
}

/** Beside a figure that was rolled up: of how many of the regions, where not all of them reported. */
export function partly({ coverage }) {
  if (!share({ coverage })) return null;
  const words = say('coverage', coverage.reported, coverage.expected);
  return h('small', { class: 'mark partly', title: words }, h('span', { 'aria-hidden': 'true' }, share({ coverage })), h('span', { class: 'unseen' }, words));
}

/** The same as a picture has room for it. */
export function share({ coverage }) {
  return coverage && coverage.reported < coverage.expected ? say('covered', coverage.reported, coverage.expected) : '';
}

/** A state that is designed, not left: empty, failed, forbidden. */
export function notice(kind, title, hint, action) {
  return h('div', { class: `notice ${kind}`, role: kind === 'fault' ? 'alert' : 'status' },
    h('strong', {}, title), hint && h('div', {}, hint), action);
}

/** What went wrong, with the places that the service names. */
export function fault(problem, retry) {
  // A fault of the page itself is of no use to its reader.
  if (problem instanceof TypeError) console.error(problem);
  const message = problem instanceof TypeError ? say('failed') : problem.message;
  const signedOut = problem.status === 401 && !problem.problem?.type?.endsWith(':wrong-password');
  if (problem.status === 403 || signedOut) {
    return notice('forbidden', signedOut ? say('forbidden') : problem.message, say('forbiddenHint'),
      signedOut && h('a', { class: 'button', href: address({ page: 'sign-in', back: state().page }) }, say('signIn')));
  }
  const places = (problem.errors ?? []).map(error => error.message).filter(message => message !== problem.message);
  const told = [places.length ? h('ul', {}, places.slice(0, 8).map(message => h('li', {}, message))) : null,
    problem.status === 404 && state().asOf ? say('thenUnknown') : null].filter(Boolean);
  return notice('fault', message, told.length ? told : null, retry && h('button', { type: 'button', onclick: retry }, say('retry')));
}

/** A heading with its section, which it names. */
export function section(id, title, ...content) {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content);
}

/** The pictures, tables and the API call behind a view, in the language of the page; forms is [label, address], `but` what they leave out. */
export function takeAway(forms, call, what, but) {
  const told = address => `${address}${address.includes('?') ? '&' : '?'}lang=${language()}`;
  const full = location.origin + told(call);
  const copied = h('span', { role: 'status', class: 'faint' });
  const code = h('code', {}, full);
  return h('details', { class: 'take-away' }, h('summary', {}, say('takeAway'), what && [' · ', what]),
    h('div', {}, forms.map(([label, href]) => h('a', { class: 'button', href: told(href), download: '' }, label)), but && h('p', { class: 'faint' }, but),
      h('p', {}, say('apiCall'), ' ', code, ' ',
        h('button', {
          type: 'button', onclick: async () => {
            try {
              await navigator.clipboard.writeText(full);
              copied.textContent = say('copied');
            } catch {
              // Without TLS a browser leaves the copying to the hand.
              getSelection().selectAllChildren(code);
              copied.textContent = say('copyByHand');
            }
          },
        }, say('copy')), ' ', copied)));
}

/** As of when the figures are; with a link that pins the view to that instant. */
export function known(asOf) {
  return asOf && !state().asOf ? h('p', { class: 'known faint' }, say('knownAt', instant(asOf)), ' ',
    h('a', { class: 'pin', href: address({ asOf }) }, say('pin'))) : null;
}

/** Who wrote; what came with the program is nobody's. */
export function author(name) {
  return name === 'seed' ? say('cameAlong') : name;
}

/** A table that may be wider than the page. */
export function wide(label, table) {
  return h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': label }, table);
}

/** What only Chinese says, marked as such on a page in English. */
export function zh(text) {
  if (chinese() || !/[\u3400-\u9fff]/.test(text ?? '')) return text;
  // Of an English sentence that quotes Chinese, what it quotes.
  const parts = /[a-z]{3}/i.test(text) ? text.split(/([\u3400-\u9fff][\u3000-\u9fff\uff00-\uffef]*)/) : ['', text];
  return parts.map((part, i) => (i % 2 ? h('span', { lang: 'zh-CN' }, part) : part));
}

export function chart(kind, form, query) {
  return url(`charts/${kind}.${form}`, query);
}

/** Fills `body` with the lines of a page of a list; as long as there are further ones, a button brings the next page. */
export function growing(first, body, line, nothing = say('nothing')) {
  const seat = h('p', { class: 'more' });
  const take = part => {
    body.append(...part.items.map(line).filter(Boolean));
    if (!body.hasChildNodes()) body.append(h('tr', {}, h('td', { colspan: 20, class: 'nothing' }, nothing)));
    replace(seat, part.next && h('button', {
      type: 'button', onclick: async event => {
        event.target.disabled = true;
        const before = body.lastElementChild;
        try {
          take(await part.next());
          before.nextElementSibling?.querySelector('a, button')?.focus();
        } catch (problem) {
          replace(seat, fault(problem, () => take({ items: [], next: part.next })));
        }
      },
    }, say('moreLines')));
  };
  take(first);
  return seat;
}
