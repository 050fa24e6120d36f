// One's own account: what it may do, its password, its tokens for programs.

import { account, list, send, signedIn } from './api.js';
import { form, onlyFor } from './desk.js';
import { field, h, replace } from './dom.js';
import { instant } from './format.js';
import { notice, section, wide } from './parts.js';
import { colon, listed, say, teach } from './words.js';

teach({
  ownAccount: ['我的账户', 'My account'],
  roles: ['角色', 'Roles'],
  regions: ['负责地区', 'Regions'],
  allRegions: ['不限', 'all'],
  noRegions: ['无', 'none'],
  changePassword: ['修改密码', 'Change the password'],
  oldPassword: ['原密码', 'Old password'],
  newPassword: ['新密码', 'New password'],
  passwordChanged: ['密码已修改，其他登录已退出', 'The password is changed; other sessions have ended'],
  tokens: ['程序用令牌', 'Tokens for programs'],
  tokenFor: ['用途', 'What it is for'],
  issue: ['签发', 'Issue'],
  expires: ['有效期至', 'Expires'],
  issued: ['签发时间', 'Issued'],
  revoke: ['撤销', 'Revoke'],
  shownOnce: ['令牌只显示这一次，请立即妥善保存：', 'This token is shown only now; keep it safe: '],
  noTokens: ['尚无令牌', 'No tokens'],
});

const ROLES = {
  viewer: ['查看', 'viewer'], reporter: ['填报', 'reporter'], reviewer: ['审核', 'reviewer'], planner: ['规划管理', 'planner'], admin: ['系统管理', 'admin'],
};
teach(Object.fromEntries(Object.entries(ROLES).map(([role, words]) => [`role.${role}`, words])));

/** A reporter or reviewer without regions writes for nowhere; an admin needs none. */
export const ofRegions = ({ roles, regions }) => listed(regions) || say(roles.includes('admin') ? 'allRegions' : 'noRegions');

export async function show(seat) {
  if (!onlyFor(seat, 'viewer', 'reporter', 'reviewer', 'planner', 'admin')) return;
  const tokens = h('div', {});
  replace(seat, h('h1', {}, say('ownAccount')),
    h('p', {}, `${account.name} · ${say('roles')}${colon()}${listed(account.roles.map(role => ROLES[role] ? say(`role.${role}`) : role))} · ${say('regions')}${colon()}${ofRegions(account)}`),
    section('password', say('changePassword'), form({ class: 'narrow' }, async ({ old, password }, made) => {
      signedIn((await send('PUT', '/api/v1/account/password', { body: { old, password } })).content);
      made.reset();
      return say('passwordChanged');
    }, field(say('oldPassword'), h('input', { name: 'old', type: 'password', autocomplete: 'current-password', required: true })),
    field(say('newPassword'), h('input', { name: 'password', type: 'password', autocomplete: 'new-password', required: true })),
    h('button', { class: 'primary' }, say('save')))),
    section('tokens', say('tokens'), tokens));
  await fill(tokens);
}

async function fill(seat, issued) {
  const { items } = await list('account/tokens', { 'page[size]': undefined, asOf: undefined });
  const revoke = async token => {
    await send('DELETE', `/api/v1/account/tokens/${encodeURIComponent(token.id)}`);
    await fill(seat);
  };
  replace(seat, issued && notice('done', say('shownOnce'), h('code', {}, issued)),
    items.length ? wide(say('tokens'), h('table', {}, h('thead', {}, h('tr', {}, ['tokenFor', 'issued', 'expires'].map(name => h('th', { scope: 'col' }, say(name))), h('td', {}))),
      h('tbody', {}, items.map(token => h('tr', {}, h('th', { scope: 'row' }, token.name), h('td', {}, instant(token.recordedAt)),
        h('td', {}, instant(token.expiresAt)), h('td', {}, h('button', { type: 'button', onclick: () => revoke(token) }, say('revoke'))))))))
      : h('p', { class: 'faint' }, say('noTokens')),
    form({ class: 'filters' }, async ({ name }) => {
      const { content } = await send('POST', '/api/v1/account/tokens', { body: { name } });
      await fill(seat, content.token);
    }, field(say('tokenFor'), h('input', { name: 'name', required: true, maxlength: 200 })), h('button', { name: 'issue' }, say('issue'))));
}
