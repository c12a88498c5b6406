// Sends an answer through the same door as every other client and shows what the door says.

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const TOLD = 'baton.told';

/** "criteria.need.met" becomes {criteria: {need: {met: …}}}; what was left empty is not sent. */
function read(form, submitter) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.tagName === 'BUTTON' || field.name === '_csrf') continue;
    const value = field.type === 'checkbox' ? field.checked : field.value.trim();
    if (value !== '') put(body, field.name.split('.'), value);
  }
  if (submitter?.name) body[submitter.name] = submitter.value;
  return body;
}

function put(body, [first, ...rest], value) {
  if (rest.length === 0) body[first] = value;
  else put((body[first] ??= {}), rest, value);
}

function clear(form) {
  form.querySelectorAll('.wrong').forEach((message) => message.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
}

function say(form, text) {
  const message = document.createElement('p');
  message.className = 'wrong';
  message.setAttribute('role', 'alert');
  message.textContent = text;
  form.prepend(message);
  return message;
}

/** Each error at its field; what has none stands above the form. */
function explain(form, problem) {
  const errors = problem.errors ?? [];
  let first = null;
  for (const { field: name, message, allowed } of errors) {
    const field = [...form.elements].find((f) => f.name === name && f.type !== 'hidden' && f.tagName !== 'BUTTON');
    const text = allowed && field?.value === '' ? 'Please choose one of the list.' : sentence(message);
    if (!field) {
      say(form, `${name}: ${text}`);
      continue;
    }
    const hint = document.createElement('span');
    hint.className = 'wrong';
    hint.id = `${field.id}-wrong`;
    hint.textContent = text;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', hint.id);
    field.after(hint);
    const details = field.closest('details');
    if (details) details.open = true;
    first ??= field;
  }
  if (errors.length === 0) say(form, problem.detail ?? 'This could not be saved. Please try again.');
  first?.focus();
}

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, '.');

/** Somebody was faster: say who and when, then show what is true now. */
function late(form, { by, at }) {
  const zone = document.querySelector('[data-zone]').dataset.zone;
  const time = at && new Date(at).toLocaleString('en-GB', {
    timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
  });
  const who = by ? `${by} has answered already${time ? ` (${time})` : ''}` : 'This question is no longer open';
  say(form, `${who}. Your answer was not needed; the page shows the new state in a moment.`);
  setTimeout(() => location.reload(), 5000);
}

const post = (url, body) => fetch(url, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    [meta('csrf-header')]: meta('csrf-token'),
  },
  body: JSON.stringify(body),
});

/** True when the page is on its way out and takes no second answer. */
async function send(form, submitter) {
  const response = await post(form.dataset.to, read(form, submitter)).catch(() => null);
  if (!response) {
    say(form, 'The server can’t be reached. Please try again.');
    return false;
  }
  if (response.ok) {
    sessionStorage.setItem(TOLD, form.dataset.done);
    location.reload();
    return true;
  }
  const problem = await response.json().catch(() => ({}));
  if (response.status === 409 && !('ownWords' in form.dataset)) {
    late(form, problem);
    return true;
  }
  explain(form, problem);
  return false;
}

for (const form of document.querySelectorAll('form.answer')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    clear(form);
    form.ariaBusy = 'true';
    form.ariaBusy = String(await send(form, event.submitter));
  });
}

const told = sessionStorage.getItem(TOLD);
if (told) {
  sessionStorage.removeItem(TOLD);
  const status = document.getElementById('told');
  status.hidden = false;
  status.textContent = told;
  document.getElementById('main').focus({ preventScroll: true });
}
