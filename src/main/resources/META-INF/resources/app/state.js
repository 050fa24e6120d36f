// What is looked at, kept in the address bar: whoever is sent the address sees the same.

const listeners = [];

/** The state as the address says it: page, plan, region, period, indicator, asOf, lang, and what a page adds. */
export function state() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** The address of the state with some of it changed; an empty value takes a name out. */
export function address(changes) {
  const next = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  next.sort();
  const query = next.toString();
  return query ? `/?${query}` : '/';
}

/** Changes the state; `quietly` does so without a step in the history and without a new page (filters, sorting). */
export function go(changes, quietly = false) {
  if (quietly) history.replaceState(null, '', address(changes));
  else open(address(changes));
}

export function onChange(listen) {
  listeners.push(listen);
}

addEventListener('popstate', () => listeners.forEach(listen => listen()));

// Links within the pages change the state without loading the page again; with a modifier key they open as any other.
addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="/?"], a[href="/"]');
  if (!link || link.target || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(link.getAttribute('href'));
});

/** What is another page, or of another place, is read from its top. */
function open(href) {
  const before = state();
  history.pushState(null, '', href);
  const now = state();
  if (['page', 'indicator', 'region'].some(name => before[name] !== now[name])) scrollTo(0, 0);
  listeners.forEach(listen => listen());
}
