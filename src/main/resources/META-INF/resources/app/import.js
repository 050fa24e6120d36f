// Sending a file: it is tried first and nothing is written; then what it would do is shown cell by cell, and confirmed.

import { account, get, persisting, Refused, send, url } from './api.js';
import { onlyFor } from './desk.js';
import { field, h, replace, select } from './dom.js';
import { fault, notice } from './parts.js';
import { address } from './state.js';
import { say, teach } from './words.js';

teach({
  importTitle: ['导入表格', 'Import a file'],
  drop: ['把 CSV、XLSX 或 JSON 文件拖到这里，或点击选择', 'Drop a CSV, XLSX or JSON file here, or choose one'],
  importNote: ['先试读，不写入；确认无误后再导入。', 'The file is tried first and nothing is written; you confirm afterwards.'],
  mode: ['方式', 'Mode'],
  atomic: ['全部无误才写入', 'All rows or none'],
  partial: ['只写入无误的行', 'The rows without errors'],
  importReason: ['修改原因（文件中有修改已报数的行时填写）', 'Reason (where rows change what stands)'],
  trying: ['正在试读 {0}…', 'Reading {0} …'],
  sending: ['正在上传 {0}%', 'Sending {0} %'],
  atWork: ['正在处理，已读{0}行', 'At work; {0} rows read'],
  wouldDo: ['共{0}行：可写入{1}行，与现有数相同{2}行，有误{3}行', '{0} rows: {1} can be written, {2} change nothing, {3} have errors'],
  didDo: ['已写入{1}行（共{0}行，{2}行与现有数相同，{3}行未写入）', '{1} rows written (of {0}; {2} change nothing, {3} not written)'],
  confirm: ['确认导入', 'Import'],
  another: ['另选文件', 'Choose another'],
  atLine: ['行', 'Line'],
  atColumn: ['列', 'Column'],
  wrong: ['问题', 'Problem'],
  flagged: ['可以写入、但有疑点的数（须经审核说明）', 'Taken, but to be looked at by a reviewer'],
  sent: ['文件中', 'In the file'],
  understoodAs: ['理解为', 'Understood as'],
  understood: ['按下列方式理解', 'Read as follows'],
  rejected: ['下载有误的行（更正后可再次导入）', 'Download the rows with errors (correct them and send them again)'],
  interrupted: ['服务中断，未写入任何数据，请重新导入', 'The service was interrupted and nothing was written; import again'],
});

const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' };

export async function show(seat, view) {
  if (!onlyFor(seat, 'reporter')) return;
  const work = h('div', { 'aria-live': 'polite' });
  const mode = select({ name: 'mode' }, [['atomic', say('atomic')], ['partial', say('partial')]], 'atomic');
  const reason = h('input', { name: 'reason', maxlength: 1000 });
  const chosen = files => files[0] && attempt(work, files[0], { mode: mode.value, reason: reason.value });
  const picker = h('input', { type: 'file', accept: '.csv,.xlsx,.json', onchange: event => chosen(event.target.files) });
  const zone = h('label', {
    class: 'drop', ondragover: event => {
      event.preventDefault();
      zone.classList.add('over');
    }, ondragleave: () => zone.classList.remove('over'), ondrop: event => {
      event.preventDefault();
      zone.classList.remove('over');
      chosen(event.dataTransfer.files);
    },
  }, h('span', {}, say('drop')), picker);
  replace(seat, h('h1', {}, say('importTitle')), h('p', {}, say('importNote'), ' ',
    h('a', { class: 'button', href: url('measurements/template.xlsx', { plan: view.plan.code, region: view.region.code, period: view.period }), download: '' },
      say('fillTemplate'))),
  h('div', { class: 'filters' }, field(say('mode'), mode), field(say('importReason'), reason)), zone, work);
}

/** Sends the file; how much has gone is told as it goes. */
function upload(file, query, key, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url('measurements:import', query, ''));
    request.setRequestHeader('Content-Type', TYPES[file.name.split('.').pop().toLowerCase()] ?? 'text/csv');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.setRequestHeader('Idempotency-Key', key);
    if (account.csrf) request.setRequestHeader('X-CSRF-Token', account.csrf);
    request.responseType = 'json';
    request.upload.onprogress = event => told(event.loaded / event.total);
    request.onerror = () => reject(new Refused(0, { detail: say('noAnswer') }));
    request.onload = () => (request.response?.state ? resolve(request.response) : reject(new Refused(request.status, request.response)));
    request.send(file);
  });
}

/** A large file goes on as a job after it has arrived. */
async function finished(job, told) {
  let state = job;
  while (state.state === 'RUNNING') {
    told(state);
    await new Promise(done => setTimeout(done, 700));
    state = await get(`imports/${state.id}`, {}, { asOf: '' });
  }
  return state;
}

async function attempt(work, file, { mode, reason }, dryRun = true) {
  const bar = h('progress', { max: 1, value: 0, 'aria-label': file.name });
  const words = h('p', {}, say('trying', file.name));
  replace(work, words, bar);
  try {
    const job = await finished(await persisting(() => upload(file, { mode, reason, dryRun: dryRun || undefined }, crypto.randomUUID(), share => {
      bar.value = share;
      words.textContent = say('sending', Math.round(share * 100));
    })), ({ rows, total }) => {
      if (total) bar.value = rows / total;
      else bar.removeAttribute('value');
      words.textContent = say('atWork', rows);
    });
    report(work, file, { mode, reason }, job);
  } catch (problem) {
    replace(work, fault(problem));
  }
}

function report(work, file, wishes, job) {
  const failed = job.state === 'FAILED' || job.state === 'INTERRUPTED';
  const told = say(job.dryRun || failed ? 'wouldDo' : 'didDo', job.rows, job.accepted, job.unchanged, job.rejected);
  const again = job.dryRun && !failed && job.accepted > 0;
  replace(work, notice(failed || job.rejected ? 'fault' : 'done', job.state === 'INTERRUPTED' ? say('interrupted') : told,
    h('p', {}, again && h('button', { type: 'button', class: 'primary', onclick: () => attempt(work, file, wishes, false) }, say('confirm')), ' ',
      job.rejected > 0 && job.id && h('a', { class: 'button', href: url(`imports/${job.id}/rejected.csv`, {}, ''), download: '' }, say('rejected')), ' ',
      h('a', { class: 'button', href: address({ page: 'import' }) }, say('another')))),
  job.errors?.length ? h('div', { class: 'wide' }, h('table', {}, h('thead', {}, h('tr', {},
    ['atLine', 'atColumn', 'sent', 'wrong'].map(name => h('th', { scope: 'col' }, say(name))))),
  h('tbody', {}, job.errors.slice(0, 200).map(error => h('tr', {}, h('td', { class: 'number' }, error.line), h('td', {}, column(error.column)),
    h('td', {}, error.value), h('td', { class: 'bad' }, error.message)))))) : null,
  job.flagged?.length ? h('details', { open: true }, h('summary', {}, say('flagged')), h('ul', {}, job.flagged.map(flag =>
    h('li', {}, `${say('atLine')} ${flag.line}：${flag.message}`)))) : null,
  job.understood?.length ? h('details', {}, h('summary', {}, say('understood')), h('table', {}, h('thead', {}, h('tr', {},
    ['atLine', 'atColumn', 'sent', 'understoodAs'].map(name => h('th', { scope: 'col' }, say(name))))),
  h('tbody', {}, job.understood.slice(0, 200).map(each => h('tr', {}, h('td', { class: 'number' }, each.line), h('td', {}, column(each.column)),
    h('td', {}, each.sent), h('td', {}, each.as)))))) : null);
}

/** A column as a spreadsheet names it, with its number. */
function column(number) {
  if (!Number.isInteger(number) || number < 1) return number;
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + (left - 1) % 26) + letters;
  return `${letters} (${number})`;
}
