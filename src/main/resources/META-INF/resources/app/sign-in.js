// Signing in; afterwards one is where one came from.

import { send, signedIn } from './api.js';
import { form } from './desk.js';
import { field, h, replace } from './dom.js';
import { go, state } from './state.js';
import { say } from './words.js';

export async function show(seat) {
  const name = h('input', { name: 'username', autocomplete: 'username', required: true });
  replace(seat, h('h1', {}, say('signIn')), form({ class: 'narrow' }, async ({ username, password }) => {
    signedIn((await send('POST', '/api/v1/session', { body: { username, password } })).content);
    go({ page: state().back, back: '' });
  }, field(say('username'), name),
  field(say('password'), h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
  h('button', { class: 'primary' }, say('signIn'))));
  setTimeout(() => name.focus());
}
