// The work queue on the home page: a rep reads and answers one lead after the other, with the keys of Tasklist.

import { watch } from './answer.js';
import { say } from './texts.js';
import { watchHeld } from './undo.js';

const OFF = 'baton.keys.off';
const one = (selector, root = document) => root.querySelector(selector);
const list = () => document.getElementById('queue');
const rows = () => [...document.querySelectorAll('#queue li[data-lead]')];
const place = document.getElementById('preview');
const left = document.getElementById('queue-left');
let open = null;
let asked = 0;

/** A page of ours, read; null when nobody answers. */
async function read(url) {
  const response = await fetch(url, { headers: { Accept: 'text/html' } }).catch(() => null);
  return response?.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
}

/** Shows a lead beside the list; whoever is asked for last is shown. */
async function show(row) {
  rows().forEach((other) => other.removeAttribute('aria-current'));
  if (!row) {
    open = null;
    place.replaceChildren();
    return;
  }
  row.setAttribute('aria-current', 'true');
  row.scrollIntoView({ block: 'nearest' });
  open = row.dataset.lead;
  asked += 1;
  const mine = asked;
  const work = one('#work', (await read(`/leads/${encodeURIComponent(open)}/work`)) ?? document.createElement('div'));
  if (mine !== asked) return;
  if (!work) {
    place.textContent = say('This lead can’t be shown right now. Please try again.');
    return;
  }
  place.replaceChildren(document.adoptNode(work));
  watch(place);
}

/** What waits now, as the server says it; the lead after the one that was answered is next. */
async function refresh(next) {
  const page = await read('/');
  if (!page) {
    location.reload();
    return;
  }
  document.getElementById('held').replaceWith(document.adoptNode(one('#held', page)));
  watchHeld(document.getElementById('held'));
  list().replaceWith(document.adoptNode(one('#queue', page)));
  const waiting = rows();
  const row = waiting.find((each) => each.dataset.lead === next) ?? waiting[0];
  left.textContent = waiting.length === 0 ? say('Nothing left. Well done.') : say('Next lead ({0} left)', waiting.length);
  await show(row);
}

const around = (step) => {
  const all = rows();
  const at = all.findIndex((row) => row.dataset.lead === open);
  return all[Math.min(Math.max(at + step, 0), all.length - 1)];
};

document.addEventListener('answered', (event) => {
  event.preventDefault();
  // what was written is no answer: the lead stays
  if ('stays' in event.target.dataset) {
    left.textContent = event.target.dataset.done;
    show(around(0));
    return;
  }
  const after = around(1)?.dataset.lead;
  refresh(after === open ? null : after);
});
// while somebody writes an answer, the list beside it stays as it is
document.addEventListener('recorded', (event) => {
  event.preventDefault();
  document.getElementById('held').replaceChildren();
});
document.addEventListener('click', (event) => {
  const row = event.target.closest('#queue li[data-lead]');
  if (row && !event.target.closest('a')) show(row);
});

const isTyping = (field) => field.isContentEditable || (/^(INPUT|TEXTAREA)$/.test(field.tagName) && !['checkbox', 'radio'].includes(field.type));
const yes = () => one('#preview form.answer .go');
const rejection = () => one('#preview form.answer details.rejection');
const reason = () => one('#preview details.rejection select[name="reason"]');

const acts = {
  j: () => show(around(1)),
  k: () => show(around(-1)),
  y: () => yes()?.click(),
  n: () => {
    if (rejection()) rejection().open = true;
    reason()?.focus();
  },
  u: () => one('#held button')?.click(),
};

document.addEventListener('keydown', (event) => {
  if (localStorage.getItem(OFF) !== null || event.altKey || event.metaKey) return;
  if (event.ctrlKey) {
    if (event.key === 'Enter' && place.contains(event.target)) {
      event.preventDefault();
      const letter = event.target.closest('form[data-stays]');
      if (letter) {
        one('button', letter).click();
        return;
      }
      (rejection()?.open ? one('.stop', rejection()) : yes())?.click();
    }
    return;
  }
  if (isTyping(event.target)) return;
  const number = Number(event.key);
  if (Number.isInteger(number) && number > 0 && rejection()?.open && reason()?.options[number]) {
    event.preventDefault();
    reason().selectedIndex = number;
    reason().dispatchEvent(new Event('change', { bubbles: true }));
    // what is still to be said is a note, or nothing
    one('#preview form.answer textarea[name="note"]')?.focus();
    return;
  }
  const act = acts[event.key.toLowerCase()];
  if (act && event.target.tagName !== 'SELECT') {
    event.preventDefault();
    act();
  }
});

if (rows().length > 0) show(rows()[0]);
