// What is typed and not yet saved stays with the tab: another page, another region, a reload or an ended session lose none of it.

import { account } from './api.js';

const KEY = 'draft';

function all() {
  return Object.keys(sessionStorage).filter(key => key.startsWith(`${KEY}?`)).map(key => ({ key, ...Object.fromEntries(new URLSearchParams(key.slice(KEY.length + 1))) }))
    .filter(each => each.who === account.name);
}

/** The draft of one sheet: get() gives what was typed, keep(cells) remembers it; without a cell nothing is kept. */
export function draft(place) {
  const key = `${KEY}?${new URLSearchParams({ who: account.name, ...place })}`;
  return {
    get: () => JSON.parse(sessionStorage.getItem(key) ?? 'null'),
    keep(content) {
      if (Object.keys(content.cells).length) sessionStorage.setItem(key, JSON.stringify(content));
      else sessionStorage.removeItem(key);
    },
  };
}

/** The other sheets that have one. */
export function others({ plan, region, period }) {
  return all().filter(each => each.plan !== plan || each.region !== region || each.period !== period)
    .map(({ key, ...each }) => ({ ...each, count: Object.keys(JSON.parse(sessionStorage.getItem(key)).cells).length }));
}

// A tab that closes takes its drafts along: the browser asks first.
addEventListener('beforeunload', event => {
  if (all().length) event.preventDefault();
});
