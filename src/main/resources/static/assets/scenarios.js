// Plays scenarios and previews, and shows on the diagram where leads came.

import { call, clear, done, explain, once, say, told } from './api.js';
import { draw } from './diagram.js';
import { language, locale, say as text } from './texts.js';

const HANDOFF = 'lead-handoff';
const CLOCKS = {
  route: text('Route'), review: text('Review'), qualification: text('Qualification'), first_touch: text('First touch'), opportunity: text('Opportunity'),
};
const STAGES = { RECYCLED: text('RECYCLED'), DISQUALIFIED: text('DISQUALIFIED'), OPPORTUNITY: text('OPPORTUNITY'), CUSTOMER: text('CUSTOMER') };
const zone = document.querySelector('[data-zone]').dataset.zone;
const when = (at) => new Intl.DateTimeFormat(locale, {
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
  if (!response) say(form, text('The server can’t be reached. Please try again.'));
  else explain(form, await response.json().catch(() => ({})));
  return false;
}

function line(list, words) {
  const item = document.createElement('li');
  item.textContent = words;
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
  line(list, text('Score {0}, stage {1}', result.score, STAGES[result.stage] ?? result.stage));
  if (result.owner) line(list, text('Goes to {0}', name(result.owner)));
  else if (result.team) line(list, text('Waits for somebody of {0}', result.team));
  else line(list, text('Not handed to sales'));
  result.deadlines.forEach((due) => line(list, text('{0} due {1}', CLOCKS[due.clock] ?? sentence(due.clock), when(due.dueAt)) + (due.missedAt ? text(', missed') : '')));
  result.notices.forEach((notice) => line(list, text('{0}, to {1}: {2}', when(notice.at), notice.to ? name(notice.to) : text('the lead'), notice.subject)));
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
  chip.textContent = passed ? text('passed') : text('failed');
  chip.classList.toggle('late', !passed);
  const failures = row.querySelector('.failures');
  failures.hidden = passed;
  failures.textContent = result.failures.join('; ');
  row.querySelector('details').open = !passed;
}

async function playAll(button) {
  const status = document.getElementById('played');
  button.disabled = true;
  status.textContent = text('Playing; the first time takes some seconds…');
  const response = await call('POST', '/api/scenarios/run', {});
  button.disabled = false;
  const answer = await response?.json().catch(() => null);
  if (!response?.ok || !answer) {
    status.textContent = answer?.detail ?? text('The server can’t be reached. Please try again.');
    return;
  }
  status.textContent = text('{0} passed, {1} failed', answer.passed, answer.failed.length);
  answer.results.forEach(show);
  await mark(document.getElementById('coverage'), answer.covered[HANDOFF] ?? []);
}

const send = (method, url, form) => fetch(url, {
  method,
  headers: {
    'Content-Type': 'text/csv',
    Accept: 'application/json',
    'Accept-Language': language,
    [document.querySelector('meta[name="csrf-header"]').content]: document.querySelector('meta[name="csrf-token"]').content,
  },
  body: method === 'PUT' ? form.elements.file.value : undefined,
}).catch(() => null);

async function save(form, submitter) {
  const drop = submitter?.name === 'drop';
  const response = await send(drop ? 'DELETE' : 'PUT', form.dataset.to ?? `/api/scenarios/${encodeURIComponent(form.elements.name.value.trim() || '-')}`, form);
  if (!response?.ok) return failed(form, response);
  done(drop ? text('Taken away.') : text('Saved.'));
  return true;
}

told();
once(document.getElementById('preview'), preview);
document.querySelectorAll('form.scenario, #new').forEach((form) => once(form, (each, submitter) => {
  clear(each);
  return save(each, submitter);
}));
document.getElementById('play').addEventListener('click', (event) => playAll(event.currentTarget));
