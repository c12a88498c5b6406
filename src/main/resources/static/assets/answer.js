// Sends an answer over the same API as every other client and shows its errors.

import { call, done, explain, instant, once, say, told } from './api.js';
import { language, say as text } from './texts.js';

/** "criteria.need.met" becomes {criteria: {need: {met: …}}}; what was left empty is not sent. */
function read(form, submitter) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.tagName === 'BUTTON' || field.name === '_csrf') continue;
    const value = field.type === 'checkbox' ? field.checked : field.value.trim();
    if (value === '' || field.closest('[hidden]')) continue;
    put(body, field.name.split('.'), field.type === 'datetime-local' ? instant(value) : value);
  }
  if (submitter?.name) body[submitter.name] = submitter.value;
  return body;
}

function put(body, [first, ...rest], value) {
  if (rest.length === 0) body[first] = value;
  else put((body[first] ??= {}), rest, value);
}

/** Somebody was faster: say who and when, then show what is true now. */
function late(form, { by, at }) {
  const zone = document.querySelector('[data-zone]').dataset.zone;
  const time = at && new Date(at).toLocaleString(language === 'en' ? 'en-GB' : language, {
    timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
  });
  const faster = time ? text('{0} has answered already ({1}).', by, time) : text('{0} has answered already.', by);
  const who = by ? faster : text('This question is no longer open.');
  say(form, `${who} ${text('Your answer was not needed; the page shows the new state in a moment.')}`);
  setTimeout(() => location.reload(), 5000);
}

/** True when the page is on its way out and takes no second answer. */
async function send(form, submitter) {
  const unsure = form.querySelector('[data-sure]:not(:checked)');
  if (unsure) {
    say(form, unsure.dataset.sure);
    unsure.focus();
    return false;
  }
  const response = await call(form.dataset.method ?? 'POST', form.dataset.held ?? form.dataset.to, read(form, submitter));
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return false;
  }
  if (response.ok) {
    // what is held says so itself, above the next page
    const isHeld = form.dataset.held && (await response.json()).isHeld;
    if (form.dispatchEvent(new CustomEvent('answered', { bubbles: true, cancelable: true }))) done(isHeld ? '' : form.dataset.done, form.dataset.then);
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

/** What is asked only after a certain choice stays hidden until then. */
function reveal(form) {
  for (const part of form.querySelectorAll('[data-shown]')) {
    const choice = form.elements.namedItem(part.dataset.shown);
    part.hidden = choice !== null && !part.dataset.for.split(' ').includes(choice.value);
  }
}

/** Watches the answers of a part of the page. */
export function watch(root) {
  root.querySelectorAll('form.answer').forEach((form) => {
    once(form, send);
    form.addEventListener('change', () => reveal(form));
    reveal(form);
  });
}

watch(document);
told();
