// The public API, as any caller uses it.

import { state } from './state.js';
import { language, say } from './words.js';

const BASE = '/api/v1/';

/** What the service refused or could not do: its problem details (RFC 9457), else what can be told without them. */
export class Refused extends Error {
  constructor(status, problem) {
    // To name the version that was seen is the work of the page; whoever reads this is told what happened.
    super(status === 428 ? say('meanwhile') : problem?.detail || problem?.title || say('failed'));
    this.status = status;
    this.problem = problem;
    this.errors = problem?.errors ?? [];
  }
}

/** The address of a question; the as-of instant of the page goes with every read. */
export function url(path, query = {}, asOf = state().asOf) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, asOf })) {
    if (value !== undefined && value !== null && value !== '') parameters.append(name, value);
  }
  const text = parameters.toString();
  return BASE + path + (text ? `?${text}` : '');
}

/** Who is signed in, as the service says it; its csrf token goes with every write. */
export let account = { name: null, roles: [], regions: [] };

export function signedIn(who) {
  account = who;
}

let asked;

/** Asks whoever was signed in, and is no longer, for the password again; false where he would not. */
async function signedInAgain() {
  asked ??= import('./sign-in.js').then(({ again }) => again()).finally(() => {
    asked = undefined;
  });
  return asked;
}

/** Does what a session may have ended for; where it has, the same is done again after a sign-in and nothing typed is lost. */
export async function persisting(act) {
  try {
    return await act();
  } catch (problem) {
    if (problem.status === 401 && account.name && await signedInAgain()) return act();
    if (!problem.problem?.type?.endsWith(':csrf-token-needed')) throw problem;
    // Another tab has signed in meanwhile; who the browser is now is asked once more.
    const { content: who } = await sendOnce('GET', `${BASE}account`);
    if (who.name !== account.name) throw new Refused(403, { detail: say('otherAccount', who.name ?? '—') });
    signedIn(who);
    return act();
  }
}

/** Sends a request; `headers` of the answer come along where they matter. */
export async function send(method, address, options) {
  return address === '/api/v1/session' ? sendOnce(method, address, options) : persisting(() => sendOnce(method, address, options));
}

async function sendOnce(method, address, { body, headers = {}, type = 'application/json', signal } = {}) {
  let answer;
  try {
    answer = await fetch(address, {
      method, signal, credentials: 'same-origin',
      headers: { 'Accept-Language': language(), 'X-Requested-With': 'fetch', ...(body === undefined ? {} : { 'Content-Type': type }),
        ...(method !== 'GET' && account.csrf ? { 'X-CSRF-Token': account.csrf } : {}), ...headers },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Refused(0, { detail: say('noAnswer') });
  }
  const json = (answer.headers.get('Content-Type') ?? '').includes('json');
  const content = json ? await answer.json().catch(() => null) : await answer.text();
  if (!answer.ok) throw new Refused(answer.status, json ? content : { detail: say('answered', answer.status) });
  return { content, headers: answer.headers, status: answer.status };
}

/** One thing. */
export async function get(path, query, options) {
  return (await send('GET', url(path, query, options?.asOf), options)).content;
}

/** One page of a list: its items, the instant that they are as of, and `next`, which fetches the page after where there is one. */
export async function page(path, query) {
  return paged(url(path, query));
}

async function paged(address) {
  const { content, headers } = await send('GET', address);
  const next = /<([^>]+)>;\s*rel="next"/.exec(headers.get('Link') ?? '')?.[1].replace(/^https?:\/\/[^/]+/, '');
  return { items: content.items, asOf: headers.get('As-Of'), next: next && (() => paged(next)) };
}

/** All pages of a list that is known to be short: { items, asOf }. */
export async function list(path, query = {}) {
  let part = await page(path, { 'page[size]': 1000, ...query });
  const items = [...part.items];
  while (part.next) {
    part = await part.next();
    items.push(...part.items);
  }
  return { items, asOf: part.asOf };
}

/** One thing, or undefined where there is none (404) or the asker may not see it. */
export async function perhaps(path, query, options) {
  try {
    return await get(path, query, options);
  } catch (fault) {
    if (fault instanceof Refused && [401, 403, 404].includes(fault.status)) return undefined;
    throw fault;
  }
}
