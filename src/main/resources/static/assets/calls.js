// The list of calls: L opens what may have come of a call, and a digit logs it.

import { call, done, told } from './api.js';
import { say } from './texts.js';

const OFF = 'baton.keys.off';
const rows = () => [...document.querySelectorAll('.calls > li')];
const current = () => document.querySelector('.calls > li[aria-current]');

function choose(row) {
  current()?.removeAttribute('aria-current');
  row?.setAttribute('aria-current', 'true');
  row?.scrollIntoView({ block: 'nearest' });
}

/** Shows what may have come of a call, or hides it; one list is open at a time. */
function toggle(row, isOpen) {
  rows().forEach((other) => {
    const shown = other === row && isOpen;
    other.querySelector('.outcomes').hidden = !shown;
    other.querySelector('.log').setAttribute('aria-expanded', String(shown));
  });
  if (!row) return;
  choose(row);
  if (isOpen) row.querySelector('.outcomes button').focus();
  else row.querySelector('.log').focus();
}

async function log(button) {
  const row = button.closest('li');
  if (row.ariaBusy === 'true') return;
  row.ariaBusy = 'true';
  const touch = { kind: 'call', outcome: button.dataset.outcome };
  if (button.dataset.next) touch.nextAt = button.dataset.next;
  const response = await call('POST', `/api/handoffs/${row.dataset.handoff}/held/touch`, touch);
  if (response?.ok) {
    // what is held says so itself, above the list
    done((await response.json()).isHeld ? '' : say('Your call is logged.'));
    return;
  }
  const problem = await response?.json().catch(() => null);
  const wrong = row.querySelector('.wrong');
  wrong.hidden = false;
  wrong.textContent = response ? problem?.detail ?? say('This could not be saved. Please try again.') : say('The server can’t be reached. Please try again.');
  row.ariaBusy = 'false';
}

document.addEventListener('click', (event) => {
  const opener = event.target.closest('.log');
  const outcome = event.target.closest('.outcomes button');
  if (opener) toggle(opener.closest('li'), opener.getAttribute('aria-expanded') !== 'true');
  else if (outcome) log(outcome);
});

const around = (step) => {
  const all = rows();
  return all[Math.min(Math.max(all.indexOf(current()) + step, 0), all.length - 1)];
};
const opened = () => document.querySelector('.outcomes:not([hidden])');
const acts = {
  j: () => choose(around(1)),
  k: () => choose(around(-1)),
  l: () => toggle(current(), true),
  u: () => document.querySelector('#held button')?.click(),
  escape: () => opened() && toggle(opened().closest('li'), false),
};

document.addEventListener('keydown', (event) => {
  if (localStorage.getItem(OFF) !== null || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const outcome = opened()?.querySelectorAll('button')[Number(event.key) - 1];
  const act = outcome ? () => log(outcome) : acts[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

choose(rows()[0]);
told();
