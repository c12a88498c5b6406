// Shows how far a forecast of the next hours is, and the page again when it is there.

import { say as text } from './texts.js';

const playing = document.getElementById('playing');
setTimeout(follow, 1000);

async function follow() {
  const response = await fetch(playing.dataset.from, { headers: { Accept: 'application/json' } }).catch(() => null);
  if (response) {
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      document.getElementById('so-far').textContent = answer.detail ?? text('It could not be played.');
      return;
    }
    if (answer.state === 'done') {
      location.reload();
      return;
    }
    playing.querySelector('progress').value = answer.percent;
    document.getElementById('so-far').textContent = `${answer.percent} %`;
  }
  setTimeout(follow, 1000);
}
