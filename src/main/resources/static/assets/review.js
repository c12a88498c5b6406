// Sends what a review ended with: notes by question, decisions, who was there.

import { call, done, explain, once, say } from './api.js';
import { say as text } from './texts.js';

function read(form) {
  const body = { notes: {}, decisions: [], attended: [] };
  const rows = new Map();
  for (const field of form.elements) {
    if (!field.name || field.name === '_csrf' || field.tagName === 'BUTTON') continue;
    if (field.type === 'checkbox') {
      if (field.checked) body.attended.push(field.value);
      continue;
    }
    const value = field.value.trim();
    const decision = field.name.match(/^decisions\[(\d+)]\.(\w+)$/);
    if (value === '') continue;
    if (decision) rows.set(decision[1], { ...rows.get(decision[1]), [decision[2]]: value });
    else if (field.name.startsWith('notes.')) body.notes[field.name.slice(6)] = value;
    else body[field.name] = value;
  }
  body.places = [...rows.keys()];
  body.decisions = [...rows.values()];
  return body;
}

/** The API counts the decisions that it got; the page has empty rows between them. */
const atItsRow = (problem, places) => ({
  ...problem,
  errors: (problem.errors ?? []).map((error) => ({
    ...error,
    field: error.field.replace(/^decisions\[(\d+)]/, (all, n) => `decisions[${places[n] ?? n}]`),
  })),
});

async function send(form) {
  const { places, ...body } = read(form);
  const response = await call('POST', form.dataset.to, body);
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return false;
  }
  if (response.ok) {
    done(form.dataset.done);
    return true;
  }
  const problem = await response.json().catch(() => ({}));
  explain(form, problem.errors ? atItsRow(problem, places) : problem);
  return false;
}

document.querySelectorAll('form.minutes').forEach((form) => {
  once(form, send);
  const another = form.querySelector('.another');
  another.addEventListener('click', () => {
    const hidden = form.querySelector('fieldset.decision[hidden]');
    hidden.hidden = false;
    hidden.querySelector('input').focus();
    another.hidden = form.querySelector('fieldset.decision[hidden]') === null;
  });
});
