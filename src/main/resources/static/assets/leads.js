// Keeps views of the list and puts ticked leads into nurture, over the same API as every other client.
import { call, clear, done, explain, once, say, told } from './api.js';
import { say as text } from './texts.js';

const LOST = text('The server can’t be reached. Please try again.');

const keep = document.getElementById('keep-view');

/** What is looked for now; the page of the list is no part of a view. */
const query = () => Object.fromEntries([...new URLSearchParams(location.search)].filter(([name, value]) => name !== 'page' && value.trim()));

/** True when the page is on its way out. */
async function sent(form, response, words, to) {
  if (!response) say(form, LOST);
  else if (response.ok) {
    done(words, to);
    return true;
  } else explain(form, await response.json().catch(() => ({})));
  return false;
}

if (keep) {
  once(keep, async (form) => sent(form, await call('POST', '/api/lead-views', { name: form.elements.name.value.trim(), query: query() }), text('The view is kept.')));
  const remove = document.getElementById('remove-view');
  remove?.addEventListener('click', async () => {
    clear(keep);
    await sent(keep, await call('DELETE', `/api/lead-views/${remove.dataset.id}`), text('The view is removed.'), '/leads');
  });
}

const nurture = document.getElementById('nurture');
const boxes = nurture ? [...nurture.querySelectorAll('[name="leads"]')] : [];
const all = document.getElementById('all-leads');
const became = document.getElementById('became');

const ticked = () => boxes.filter((box) => box.checked);

/** The button says how many. */
function count() {
  const n = ticked().length;
  document.getElementById('nurture-them').textContent = n === 0 ? text('Put into nurture') : n === 1 ? text('Put 1 lead into nurture') : text('Put {0} leads into nurture', n);
  all.checked = n === boxes.length;
}

/** One line a lead: who, and what became of it. */
function show({ begun, kept: stay }, chosen) {
  const why = new Map(stay.map((one) => [one.lead, one.why]));
  const list = became.querySelector('ul');
  list.replaceChildren(...chosen.map((box) => {
    const line = document.createElement('li');
    const name = document.createElement('strong');
    name.textContent = box.ariaLabel;
    const kept = why.get(box.value);
    line.append(name, ` ${kept ? text(kept) : text('is in nurture from now on')}.`);
    return line;
  }));
  document.getElementById('became-name').textContent = chosen.length === 1 ? text('{0} of 1 lead is in nurture from now on', begun.length) : text('{0} of {1} leads are in nurture from now on', begun.length, chosen.length);
  became.hidden = false;
  became.focus();
  became.scrollIntoView({ block: 'start' });
}

async function send(form) {
  const chosen = ticked();
  if (chosen.length === 0) {
    say(form, text('Tick the leads that you want to nurture.'));
    return false;
  }
  const response = await call('POST', '/api/nurture/leads', { leads: chosen.map((box) => box.value), reason: form.elements.reason.value.trim() });
  const answer = await response?.json().catch(() => ({}));
  if (!response) say(form, LOST);
  else if (!response.ok) explain(form, answer);
  else {
    show(answer, chosen);
    chosen.forEach((box) => { box.checked = false; });
    form.elements.reason.value = '';
    count();
  }
  return false;
}

if (all) {
  // who was faster than this script has ticked it already
  if (all.checked) boxes.forEach((box) => { box.checked = true; });
  count();
  once(nurture, send);
  nurture.addEventListener('change', (event) => {
    if (event.target === all) boxes.forEach((box) => { box.checked = all.checked; });
    count();
  });
}
told();
