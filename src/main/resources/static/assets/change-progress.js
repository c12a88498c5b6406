// Shows how far the check of a change and the move of what runs are.

import { locale, say } from './texts.js';

const OFTEN = 2000;
const checking = document.getElementById('checking');
const moving = document.getElementById('moving');

checking?.closest('section').querySelector('form.answer')?.addEventListener('submit', () => {
  setTimeout(() => follow(checking, 'check'), OFTEN);
});
if (moving) setTimeout(() => follow(moving, 'move'), OFTEN);

function told(count, what) {
  const [done, total] = [count.done, count.total].map((n) => n.toLocaleString(locale));
  return what === 'check' ? say('{0} of {1} leads', done, total) : say('{0} of {1}', done, total);
}

async function follow(shown, what) {
  const response = await fetch(shown.dataset.from, { headers: { Accept: 'application/json' } }).catch(() => null);
  const count = response?.ok ? (await response.json()).progress[what] : undefined;
  if (what === 'check' && count === null) {
    shown.hidden = true;
    return;
  }
  if (what === 'move' && count?.done === count?.total && count) {
    location.reload();
    return;
  }
  if (count) {
    shown.hidden = false;
    const bar = shown.querySelector('progress');
    if (count.total > 0) {
      bar.max = count.total;
      bar.value = count.done;
    }
    shown.querySelector('[role=status]').textContent = count.total > 0 ? told(count, what) : say('Scenarios are played');
  }
  setTimeout(() => follow(shown, what), OFTEN);
}
