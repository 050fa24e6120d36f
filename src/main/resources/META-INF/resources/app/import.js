// Sending a file: it is tried first and nothing is written; then what it would do is shown cell by cell, and confirmed.

import { account, get, perhaps, persisting, Refused, url } from './api.js';
import { onlyFor } from './desk.js';
import { field, h, lead, replace, select } from './dom.js';
import { fault, notice } from './parts.js';
import { address } from './state.js';
import { colon, listed, say, teach } from './words.js';

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
  cannot: ['共{0}行，有误{1}行，整个文件都不能导入', '{0} rows, {1} with errors: nothing of the file can be imported'],
  cannotHint: ['请更正有误的行后重新选择文件；或将方式改为“只写入无误的行”。', 'Correct these rows and choose the file again, or take only the rows without errors as the mode.'],
  correctHint: ['请更正有误的行后重新选择文件。', 'Correct these rows and choose the file again.'],
  foreign: ['文件中有不由您负责的地区，整个文件都不能导入', 'The file has rows of regions that are not yours: nothing of it can be imported'],
  foreignLines: ['{0}（第{1}行）', '{0} (line {1})'],
  foreignHint: ['请删去这些行后重新选择文件，或请负责这些地区的账户报送。', 'Take these rows out and choose the file again, or have them sent by the account of these regions.'],
  nothingIn: ['文件中没有可导入的数据（只有表头，或没有填写数值）', 'There is nothing to import in the file: only a header, or no values'],
  changing: ['方式或原因有变，将重新试读…', 'The mode or the reason changed; the file is tried again …'],
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

const PAUSE = 800;
const MOST_LINES = 20;

export async function show(seat, view) {
  if (!onlyFor(seat, 'reporter')) return;
  const work = h('div', { 'aria-live': 'polite' });
  const desk = { work, file: undefined, turn: 0, wishes: () => ({ mode: mode.value, reason: reason.value.trim() }), lock };
  let timer;
  // What is confirmed is what was tried: whoever wishes otherwise afterwards sees first what that comes to.
  const again = pause => {
    if (!desk.file) return;
    clearTimeout(timer);
    desk.turn++;
    replace(work, h('p', {}, say('changing')));
    timer = setTimeout(() => attempt(desk), pause);
  };
  const mode = select({ name: 'mode', onchange: () => again(0) }, [['atomic', say('atomic')], ['partial', say('partial')]], 'atomic');
  const reason = h('input', { name: 'reason', maxlength: 1000, oninput: () => again(PAUSE) });
  const chosen = ([file]) => {
    if (!file || picker.disabled) return;
    clearTimeout(timer);
    desk.file = file;
    attempt(desk);
  };
  const picker = h('input', {
    type: 'file', accept: '.csv,.xlsx,.json', onchange: () => {
      chosen(picker.files);
      // The same file, corrected, may be chosen again.
      picker.value = '';
    },
  });
  function lock(locked) {
    [mode, reason, picker].forEach(input => {
      input.disabled = locked;
    });
  }
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
async function finished(job, told, wanted) {
  let state = job;
  while (state.state === 'RUNNING' && wanted()) {
    told(state);
    await new Promise(done => setTimeout(done, 700));
    state = await get(`imports/${state.id}`, {}, { asOf: '' });
  }
  return state;
}

/** What came of a step takes its place; who had the keyboard there goes on there. */
function tell(work, ...content) {
  const held = work.contains(document.activeElement);
  replace(work, ...content);
  if (held) lead(work);
}

/** Tries the file as the wishes on the page stand, or writes it; a later attempt takes the place of an earlier one. */
async function attempt(desk, dryRun = true) {
  const { work, file } = desk;
  const turn = ++desk.turn;
  const wanted = () => turn === desk.turn;
  const bar = h('progress', { max: 1, value: 0, 'aria-label': file.name });
  const words = h('p', {}, say('trying', file.name));
  tell(work, words, bar);
  desk.lock(!dryRun);
  try {
    const job = await finished(await persisting(() => upload(file, { ...desk.wishes(), dryRun: dryRun || undefined }, crypto.randomUUID(), share => {
      bar.value = share;
      words.textContent = say('sending', Math.round(share * 100));
    })), ({ rows, total }) => {
      if (total) bar.value = rows / total;
      else bar.removeAttribute('value');
      words.textContent = say('atWork', rows);
    }, wanted);
    await report(desk, job, wanted);
  } catch (problem) {
    if (wanted()) tell(work, fault(problem, () => attempt(desk)));
  } finally {
    if (wanted()) desk.lock(false);
  }
}

/** The regions that are not the sender's, each with its lines. */
async function foreignTo(job) {
  const lines = new Map();
  for (const { code, value, line } of job.errors ?? []) if (code === 'NOT_YOUR_REGION') lines.set(value, [...lines.get(value) ?? [], line]);
  return Promise.all([...lines].map(async ([region, at]) => {
    const name = /^\d+$/.test(region) ? (await perhaps(`regions/${region}`))?.name : region;
    return say('foreignLines', name ?? region, listed(at.slice(0, MOST_LINES)) + (at.length > MOST_LINES ? '…' : ''));
  }));
}

/** What the whole of an import came to, and what is to be done now. */
async function outcome(job) {
  const foreign = await foreignTo(job);
  if (job.state === 'INTERRUPTED') return ['fault', say('interrupted')];
  if (foreign.length) return ['fault', say('foreign'), [h('ul', {}, foreign.map(each => h('li', {}, each))), h('p', {}, say('foreignHint'))]];
  if (job.state === 'FAILED') return ['fault', say('cannot', job.rows, job.rejected), h('p', {}, say(job.mode === 'atomic' && job.accepted ? 'cannotHint' : 'correctHint'))];
  if (!job.rows) return ['empty', say('nothingIn')];
  return [job.rejected ? 'fault' : 'done', say(job.dryRun ? 'wouldDo' : 'didDo', job.rows, job.accepted, job.unchanged, job.rejected)];
}

async function report(desk, job, wanted) {
  const [kind, told, hint] = await outcome(job);
  if (!wanted()) return;
  const sound = job.state === 'DONE';
  const again = job.dryRun && sound && job.accepted > 0;
  const { name } = desk.file;
  // What is written is not tried again.
  if (sound && !job.dryRun) desk.file = undefined;
  tell(desk.work, h('p', { class: 'faint' }, name), notice(kind, told, [hint,
    h('p', {}, again && h('button', { type: 'button', class: 'primary', onclick: () => attempt(desk, false) }, say('confirm')), ' ',
      job.rejected > 0 && job.id && h('a', { class: 'button', href: url(`imports/${job.id}/rejected.csv`, {}, ''), download: '' }, say('rejected')), ' ',
      h('a', { class: 'button', href: address({ page: 'import' }) }, say('another')))]),
  job.errors?.length ? h('div', { class: 'wide' }, h('table', {}, h('thead', {}, h('tr', {},
    ['atLine', 'atColumn', 'sent', 'wrong'].map(name => h('th', { scope: 'col' }, say(name))))),
  h('tbody', {}, job.errors.slice(0, 200).map(error => h('tr', {}, h('td', { class: 'number' }, error.line), h('td', {}, column(error.column)),
    h('td', {}, error.value), h('td', { class: 'bad' }, error.message)))))) : null,
  job.flagged?.length ? h('details', { open: true }, h('summary', {}, say('flagged')), h('ul', {}, job.flagged.map(flag =>
    h('li', {}, `${say('atLine')} ${flag.line}${colon()}${flag.message}`)))) : null,
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
