// Keeps the list of what is at risk fresh while somebody looks at it.

import { say as text } from './texts.js';

const EVERY = 30_000;
const list = document.getElementById('at-risk-list');
const said = document.getElementById('at-risk-told');
const button = document.getElementById('refreshing');
let timer = null;
let ended = false;

const count = () => list.querySelectorAll('li').length;

/** Spoken only when something is different. */
function tell(words) {
  if (said.textContent !== words) said.textContent = words;
}

const name = () => text('{0} at risk, looked up every 30 seconds.', count());

async function refresh() {
  const response = await fetch(button.dataset.from, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (response?.status === 401 || response?.redirected) {
    ended = true;
    stop();
    button.hidden = true;
    tell(text('Your login has ended. Reload the page to log in again.'));
    return;
  }
  if (!response?.ok) {
    tell(text('The server can’t be reached. The list is as old as it is.'));
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').body;
  // whoever is on a link of the list stays there
  const held = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  list.replaceChildren(...fresh.childNodes);
  if (held) list.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
  tell(name());
}

function stop() {
  clearInterval(timer);
  timer = null;
}

function go() {
  if (timer || ended || document.hidden || button.ariaPressed === 'true') return;
  timer = setInterval(refresh, EVERY);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) stop();
  else if (!timer && !ended && button.ariaPressed !== 'true') {
    refresh();
    go();
  }
});

button.addEventListener('click', () => {
  const pause = button.ariaPressed !== 'true';
  button.ariaPressed = String(pause);
  if (pause) {
    stop();
    tell(text('{0} at risk. The list is paused.', count()));
  } else {
    refresh();
    go();
  }
});

button.hidden = false;
tell(name());
go();
