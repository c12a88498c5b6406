// Plays scenarios and previews, and shows on the diagram where leads came.

import { call, clear, done, explain, once, say, told } from './api.js';
import { draw } from './diagram.js';

const HANDOFF = 'lead-handoff';
const zone = document.querySelector('[data-zone]').dataset.zone;
const when = (at) => new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
}).format(new Date(at));

const name = (id) => document.querySelector(`#names [data-id="${CSS.escape(id)}"]`)?.textContent ?? id;
const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1).replaceAll('_', ' ')}`;

/** Draws the handoff with what was passed in colour. */
async function mark(place, elements) {
  const answer = await fetch(`/api/models/${HANDOFF}.bpmn`);
  if (!answer.ok) return;
  place.hidden = false;
  place.replaceChildren();
  await draw(place, await answer.text(), elements.map((id) => [id, 'added']));
}

async function failed(form, response) {
  if (!response) say(form, 'The server can’t be reached. Please try again.');
  else explain(form, await response.json().catch(() => ({})));
  return false;
}

function line(list, text) {
  const item = document.createElement('li');
  item.textContent = text;
  list.append(item);
}

async function preview(form) {
  const value = (name) => form.elements[name].value.trim();
  const lead = {};
  ['jobTitle', 'companySize', 'industry', 'country'].filter(value).forEach((name) => { lead[name] = value(name); });
  const signals = [{ type: value('type') }];
  if (value('then')) signals.push({ type: value('then'), after: value('after') });
  const response = await call('POST', form.dataset.to, { lead, signals });
  if (!response?.ok) return failed(form, response);
  const result = await response.json();
  const outcome = document.getElementById('outcome');
  const list = document.createElement('ul');
  line(list, `Score ${result.score}, stage ${result.stage}`);
  if (result.owner) line(list, `Goes to ${name(result.owner)}`);
  else if (result.team) line(list, `Waits for somebody of ${result.team}`);
  else line(list, 'Not handed to sales');
  result.deadlines.forEach((due) => line(list, `${sentence(due.clock)} due ${when(due.dueAt)}${due.missedAt ? ', missed' : ''}`));
  result.notices.forEach((notice) => line(list, `${when(notice.at)}, to ${notice.to ? name(notice.to) : 'the lead'}: ${notice.subject}`));
  outcome.replaceChildren(list);
  outcome.hidden = false;
  await mark(document.getElementById('walked'), result.path.filter((step) => step.process === HANDOFF).map((step) => step.element));
  return false;
}

function show(result) {
  const row = document.querySelector(`[data-scenario="${CSS.escape(result.name)}"]`);
  if (!row) return;
  const passed = result.failures.length === 0;
  const chip = row.querySelector('.chip');
  chip.hidden = false;
  chip.textContent = passed ? 'passed' : 'failed';
  chip.classList.toggle('late', !passed);
  const failures = row.querySelector('.failures');
  failures.hidden = passed;
  failures.textContent = result.failures.join('; ');
  row.querySelector('details').open = !passed;
}

async function playAll(button) {
  const status = document.getElementById('played');
  button.disabled = true;
  status.textContent = 'Playing; the first time takes some seconds…';
  const response = await call('POST', '/api/scenarios/run', {});
  button.disabled = false;
  const answer = await response?.json().catch(() => null);
  if (!response?.ok || !answer) {
    status.textContent = answer?.detail ?? 'The server can’t be reached. Please try again.';
    return;
  }
  status.textContent = `${answer.passed} passed, ${answer.failed.length} failed`;
  answer.results.forEach(show);
  await mark(document.getElementById('coverage'), answer.covered[HANDOFF] ?? []);
}

const send = (method, url, form) => fetch(url, {
  method,
  headers: {
    'Content-Type': 'text/csv',
    Accept: 'application/json',
    [document.querySelector('meta[name="csrf-header"]').content]: document.querySelector('meta[name="csrf-token"]').content,
  },
  body: method === 'PUT' ? form.elements.file.value : undefined,
}).catch(() => null);

async function save(form, submitter) {
  const drop = submitter?.name === 'drop';
  const response = await send(drop ? 'DELETE' : 'PUT', form.dataset.to ?? `/api/scenarios/${encodeURIComponent(form.elements.name.value.trim() || '-')}`, form);
  if (!response?.ok) return failed(form, response);
  done(drop ? 'Taken away.' : 'Saved.');
  return true;
}

told();
once(document.getElementById('preview'), preview);
document.querySelectorAll('form.scenario, #new').forEach((form) => once(form, (each, submitter) => {
  clear(each);
  return save(each, submitter);
}));
document.getElementById('play').addEventListener('click', (event) => playAll(event.currentTarget));
