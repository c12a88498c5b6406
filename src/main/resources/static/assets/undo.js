// Takes an answer back that is held for some seconds, and shows the new state once it is recorded.

import { call, done } from './api.js';
import { say } from './texts.js';

const TICK = 250;
const RECORDED = 1000;
const SECOND = 1000;
let touched = false;
document.addEventListener('input', () => { touched = true; });

/** Watches what can be taken back. */
export function watchHeld(root) {
  root.querySelectorAll('p').forEach(watch);
}

function watch(said) {
  const button = said.querySelector('button');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const response = await call('DELETE', said.dataset.undo);
    if (response?.ok) done(said.dataset.until ? say('Taken back. Nothing was saved.') : '');
    else {
      said.querySelector('span').textContent = response ? say('It was too late to take it back.') : say('The server can’t be reached. Please try again.');
      button.disabled = !response ? false : true;
      button.hidden = Boolean(response);
    }
  });
  if (said.dataset.until) count(said, button);
}

/** The server's clock and this one differ; what counts is how long it is from here. */
function count(said, button) {
  const label = button.textContent;
  const until = Date.now() + (new Date(said.dataset.until) - new Date(said.dataset.now));
  const tick = () => {
    const left = until - Date.now();
    if (left > 0) {
      button.textContent = `${label} (${Math.ceil(left / SECOND)})`;
      setTimeout(tick, TICK);
      return;
    }
    button.hidden = true;
    // what somebody is writing here is not lost for it
    setTimeout(() => {
      if (said.isConnected && said.dispatchEvent(new CustomEvent('recorded', { bubbles: true, cancelable: true })) && !touched) location.reload();
    }, RECORDED);
  };
  tick();
}

watchHeld(document.getElementById('held'));
