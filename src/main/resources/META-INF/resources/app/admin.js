// Accounts and the audit log, for administrators.

import { list, page, send } from './api.js';
import { ofRegions } from './account.js';
import { form, onlyFor } from './desk.js';
import { field, h, lead, replace, select } from './dom.js';
import { instant } from './format.js';
import { growing, notice, section, wide } from './parts.js';
import { go, state } from './state.js';
import { listed, say, teach } from './words.js';

teach({
  accounts: ['账户', 'Accounts'],
  newAccount: ['新建账户', 'New account'],
  editAccount: ['修改账户 {0}', 'Change account {0}'],
  edit: ['修改', 'Edit'],
  cancel: ['取消', 'Cancel'],
  disabled: ['已停用', 'disabled'],
  active: ['在用', 'active'],
  disable: ['停用', 'Disabled'],
  state: ['状态', 'State'],
  regionsHint: ['地区代码，以空格分隔，含其下级；填报、审核账户须指定地区，其他角色不需要', 'Region codes, separated by spaces, with those below them; reporters and reviewers need one, other roles none'],
  roleNeeded: ['请至少勾选一个角色', 'Tick at least one role'],
  passwordStays: ['留空则不变', 'Left empty it stays'],
  audit: ['审计日志', 'Audit log'],
  event: ['事件', 'Event'],
  address: ['来源地址', 'Address'],
  request: ['请求', 'Request'],
  result: ['结果', 'Result'],
  times: ['次数', 'Times'],
  SIGNED_IN: ['登录', 'signed in'], SIGNED_OUT: ['退出', 'signed out'], SIGN_IN_FAILED: ['登录失败', 'sign-in failed'], SIGN_IN_DELAYED: ['登录过频被拒', 'sign-in delayed'],
  NOT_SIGNED_IN: ['未登录写入被拒', 'write without sign-in'], NOT_ALLOWED: ['无权写入被拒', 'write not allowed'], WRITTEN: ['写入', 'written'],
  narrow: ['筛选', 'Narrow'],
});

const EVENTS = ['SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_FAILED', 'SIGN_IN_DELAYED', 'NOT_SIGNED_IN', 'NOT_ALLOWED', 'WRITTEN'];
const ROLES = ['viewer', 'reporter', 'reviewer', 'planner', 'admin'];

export async function show(seat) {
  if (!onlyFor(seat, 'admin')) return;
  const accounts = h('div', {});
  const audit = h('div', {});
  replace(seat, h('h1', {}, say('admin')), section('accounts', say('accounts'), accounts), section('audit', say('audit'), audit));
  await Promise.all([fillAccounts(accounts), fillAudit(audit)]);
}

async function fillAccounts(seat, edited, told) {
  const { items } = await list('admin/accounts');
  replace(seat, wide(say('accounts'), h('table', {}, h('thead', {}, h('tr', {}, ['username', 'roles', 'regions', 'state'].map(name => h('th', { scope: 'col' }, say(name))), h('td', {}))),
    h('tbody', {}, items.map(each => h('tr', {}, h('th', { scope: 'row' }, each.username), h('td', {}, listed(each.roles.map(role => say(`role.${role}`)))),
      h('td', {}, ofRegions(each)), h('td', {}, say(each.disabled ? 'disabled' : 'active')),
      h('td', {}, h('button', { type: 'button', onclick: () => fillAccounts(seat, each.username) }, say('edit')))))))),
  told && notice('done', told), await editor(seat, edited));
  if (edited) seat.querySelector('[name=roles]').focus();
  else if (told) lead(seat.querySelector('.notice'));
}

/** One form makes an account or changes one; a change names the version that was seen. */
async function editor(seat, username) {
  const seen = username ? await send('GET', `/api/v1/admin/accounts/${encodeURIComponent(username)}`) : undefined;
  const account = seen?.content;
  return form({ class: 'narrow' }, async (fields, made) => {
    const name = username ?? fields.username;
    const roles = [...made.querySelectorAll('[name=roles]:checked')].map(box => box.value);
    if (!roles.length && !('disabled' in fields)) throw new Error(say('roleNeeded'));
    await send('PUT', `/api/v1/admin/accounts/${encodeURIComponent(name)}`, {
      headers: seen ? { 'If-Match': seen.headers.get('ETag') } : { 'If-None-Match': '*' },
      body: {
        roles, regions: fields.regions.split(/[\s,，、]+/).filter(Boolean), disabled: 'disabled' in fields,
        ...(fields.password ? { password: fields.password } : {}), ...(fields.reason ? { reason: fields.reason } : {}),
      },
    });
    await fillAccounts(seat, undefined, `${say('saved')} ${name}`);
  }, h('h3', {}, account ? say('editAccount', username) : say('newAccount')),
  !account && field(say('username'), h('input', { name: 'username', required: true, autocomplete: 'off' })),
  h('fieldset', {}, h('legend', {}, say('roles')), ROLES.map(role => h('label', {}, h('input', {
    type: 'checkbox', name: 'roles', value: role, checked: account?.roles.includes(role) ?? false,
  }), ' ', say(`role.${role}`), ' '))),
  field(say('regions'), h('input', { name: 'regions', value: account?.regions.join(' ') ?? '', 'aria-describedby': 'regions-hint' })),
  h('small', { id: 'regions-hint' }, say('regionsHint')),
  field(say('password'), h('input', { name: 'password', type: 'password', autocomplete: 'new-password', required: !account })),
  account && h('small', {}, say('passwordStays')),
  account && h('label', {}, h('input', { type: 'checkbox', name: 'disabled', checked: account.disabled }), ' ', say('disable')),
  account && field(say('reason'), h('input', { name: 'reason', required: true, maxlength: 1000 })),
  h('p', {}, h('button', { class: 'primary', name: 'save' }, say('save')), ' ',
    account && h('button', { type: 'button', onclick: () => fillAccounts(seat) }, say('cancel'))));
}

async function fillAudit(seat) {
  const { name = '', event = '' } = state();
  const first = await page('admin/audit', { 'page[size]': 100, name, event });
  const body = h('tbody', {});
  const narrow = changes => {
    go(changes, true);
    fillAudit(seat);
  };
  replace(seat, h('form', { class: 'filters', onsubmit: stop => stop.preventDefault() },
    field(say('username'), h('input', { name: 'name', value: name, onchange: changed => narrow({ name: changed.target.value }) })),
    field(say('event'), select({ name: 'event', onchange: changed => narrow({ event: changed.target.value }) }, [['', say('all')], ...EVENTS.map(each => [each, say(each)])], event))),
  first.items.length ? [h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': 'audit' }, h('table', {},
    h('thead', {}, h('tr', {}, ['when', 'event', 'username', 'address', 'request', 'result', 'times'].map(each => h('th', { scope: 'col' }, say(each))))),
    body)), growing(first, body, line => h('tr', {}, h('td', { class: 'when' }, instant(line.at)), h('td', {}, say(line.event)), h('td', {}, line.name),
    h('td', {}, line.address), h('td', {}, `${line.method} ${line.path}`), h('td', {}, line.status || ''), h('td', {}, line.times)))]
    : notice('empty', say('nothing')));
}
