// Client of the API: calls it and shows its errors at the fields.

import { language, say as text } from './texts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const TOLD = 'baton.told';

/** The answer, or null when nobody answers. */
export const call = (method, url, body) => fetch(url, {
  method,
  headers: {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Accept-Language': language,
    [meta('csrf-header')]: meta('csrf-token'),
  },
  body: body === undefined ? undefined : JSON.stringify(body),
}).catch(() => null);

export function clear(form) {
  form.querySelectorAll('.wrong').forEach((message) => message.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
}

export function say(form, words) {
  const message = document.createElement('p');
  message.className = 'wrong';
  message.setAttribute('role', 'alert');
  message.textContent = words;
  form.prepend(message);
  return message;
}

/** Each error at its field; what has none stands above the form. */
export function explain(form, problem) {
  const errors = problem.errors ?? [];
  let first = null;
  for (const { field: name, message, allowed } of errors) {
    const field = [...form.elements].find((f) => [name, `${name}.met`].includes(f.name) && f.type !== 'hidden' && f.tagName !== 'BUTTON');
    const said = allowed && field?.value === '' ? text('Please choose one of the list.') : sentence(message);
    if (!field) {
      say(form, `${name}: ${said}`);
      continue;
    }
    const hint = document.createElement('span');
    hint.className = 'wrong';
    hint.id = `${field.id}-wrong`;
    hint.textContent = said;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', hint.id);
    field.after(hint);
    const details = field.closest('details');
    if (details) details.open = true;
    first ??= field;
  }
  if (errors.length === 0) say(form, problem.detail ?? text('This could not be saved. Please try again.'));
  (first?.tagName === 'FIELDSET' ? first.querySelector('input') : first)?.focus();
}

const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, '.');

/** The wall clock of the reader's zone at an instant, as if it were UTC. */
function wall(at) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: document.querySelector('[data-zone]').dataset.zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(at);
  const part = (type) => parts.find((p) => p.type === type).value;
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}Z`);
}

/** The instant at which the reader's clock shows this; twice, for the nights when clocks change. */
export function instant(local) {
  const shown = Date.parse(`${local}Z`);
  let at = shown;
  for (let i = 0; i < 2; i += 1) at = shown - (wall(at) - at);
  return new Date(at).toISOString();
}

/** Shows the page anew, or another one, and on it what was done. */
export function done(words, to) {
  if (words) sessionStorage.setItem(TOLD, JSON.stringify({ words, language }));
  if (to) location.assign(to);
  else location.reload();
}

/** What was done on the page before. */
export function told() {
  const done = sessionStorage.getItem(TOLD);
  if (!done) return;
  sessionStorage.removeItem(TOLD);
  const status = document.getElementById('told');
  status.hidden = false;
  const said = JSON.parse(done);
  status.lang = said.language;
  status.textContent = said.words;
  document.getElementById('main').focus({ preventScroll: true });
}

/** Sends a form once at a time; `send` tells whether the page is on its way out. */
export function once(form, send) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    clear(form);
    form.ariaBusy = 'true';
    form.ariaBusy = String(await send(form, event.submitter));
  });
  form.dataset.sender = '';
  if (form.early) form.requestSubmit(form.early.submitter);
}
