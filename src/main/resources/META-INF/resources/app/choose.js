// Choosing one of many by name: a field that suggests as one types, for twelve things or three thousand.

import { page } from './api.js';
import { h, replace } from './dom.js';
import { say } from './words.js';

const PAUSE = 150;
let number = 0;

/**
 * A field with a list below it, worked by mouse or by arrows, Enter and Escape.
 *
 * @param find gives the suggestions [code, label, hint] for what is typed, and for '' those to begin with
 * @param chosen is told the code
 */
export function combobox({ name, label, shown = '', find, chosen }) {
  const id = `choices-${number++}`;
  const choices = h('ul', { id, role: 'listbox', 'aria-label': label, hidden: true });
  let found = [], at = -1, turn = 0, timer;
  const mark = next => {
    at = found.length ? (next + found.length) % found.length : -1;
    [...choices.children].forEach((choice, i) => choice.setAttribute('aria-selected', i === at));
    choices.children[at]?.scrollIntoView({ block: 'nearest' });
    if (at >= 0) input.setAttribute('aria-activedescendant', `${id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const open = async text => {
    const mine = ++turn;
    const suggested = await find(text).catch(() => []);
    if (mine !== turn) return;
    found = suggested;
    replace(choices, found.length ? found.map(([code, words, hint], i) => h('li', {
      id: `${id}-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: event => event.preventDefault(), onclick: () => take(code, words),
    }, words, hint && h('small', {}, hint))) : h('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, say('nothing')));
    choices.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(text && found.length ? 0 : -1);
  };
  const close = () => {
    turn++;
    clearTimeout(timer);
    choices.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    input.value = shown;
  };
  const take = (code, words) => {
    shown = words;
    close();
    chosen(code, words);
  };
  const input = h('input', {
    name, autocomplete: 'off', role: 'combobox', 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', value: shown,
    onfocus: () => {
      input.select();
      open('');
    }, onblur: close, oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => open(input.value.trim()), PAUSE);
    }, onkeydown: async event => {
      if (event.key === 'Escape') close();
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (choices.hidden) await open('');
        else mark(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1));
      } else if (event.key === 'Enter' && input.value !== shown) {
        event.preventDefault();
        clearTimeout(timer);
        if (at < 0 || choices.hidden) await open(input.value.trim());
        if (found[at]) take(...found[at]);
      } else if (event.key === 'Enter' && at >= 0) {
        event.preventDefault();
        take(...found[at]);
      }
    },
  });
  return h('div', { class: 'combobox' }, h('span', { 'aria-hidden': 'true' }, label), input, choices);
}

/** Suggests regions: to begin with those below one, then whatever is called like what is typed. */
export async function regions(text, { code, parent }) {
  const ask = async query => (await page('regions', { 'page[size]': 30, ...query })).items;
  let items = text ? await ask({ like: text }) : await ask({ below: code });
  if (!text && !items.length && parent) items = await ask({ below: parent });
  return items.map(each => [each.code, each.name, each.code]);
}
