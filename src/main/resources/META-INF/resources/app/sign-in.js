// Signing in; afterwards one is where one came from.

import { account, send, signedIn } from './api.js';
import { form } from './desk.js';
import { field, h, replace } from './dom.js';
import { go, state } from './state.js';
import { say, teach } from './words.js';

teach({
  expired: ['登录已过期', 'Your session has ended'],
  expiredHint: ['已填内容没有丢失；重新登录后接着办理。', 'Nothing that you typed is lost; sign in again and go on.'],
  notNow: ['暂不登录', 'Not now'],
});

function signInForm(name, done, ...after) {
  return form({ class: 'narrow' }, async ({ username, password }) => {
    signedIn((await send('POST', '/api/v1/session', { body: { username, password } })).content);
    done();
  }, field(say('username'), name),
  field(say('password'), h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
  h('p', {}, h('button', { class: 'primary' }, say('signIn')), ' ', after));
}

export async function show(seat) {
  const name = h('input', { name: 'username', autocomplete: 'username', required: true });
  replace(seat, h('h1', {}, say('signIn')), signInForm(name, () => go({ page: state().back, back: '' })));
  setTimeout(() => name.focus());
}

/** Over the page that is open, for the one who had it open. */
export function again() {
  return new Promise(resolve => {
    let back = false;
    const name = h('input', { name: 'username', autocomplete: 'username', readonly: true, value: account.name });
    const dialog = h('dialog', { class: 'again', 'aria-labelledby': 'again-title', onclose: () => {
      dialog.remove();
      resolve(back);
    } }, h('header', {}, h('h2', { id: 'again-title' }, say('expired'))), h('p', {}, say('expiredHint')),
    signInForm(name, () => {
      back = true;
      dialog.close();
    }, h('button', { type: 'button', onclick: () => dialog.close() }, say('notNow'))));
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('[name=password]').focus();
  });
}
