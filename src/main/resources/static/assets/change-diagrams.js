// Draws a process before and after a change, with what differs in colours.

import { draw } from './diagram.js';
import { say } from './texts.js';

async function side(place, xml, marks) {
  if (xml) await draw(place, xml, marks);
  else place.textContent = say('There was none.');
}

document.querySelectorAll('.drawn').forEach(async (part) => {
  const marks = [...part.querySelectorAll('[data-element]')].map((mark) => [mark.dataset.element, mark.dataset.what]);
  const file = await fetch(part.dataset.from, { headers: { Accept: 'application/json' } }).then((answer) => answer.json());
  await Promise.all(['before', 'after'].map((name) => side(part.querySelector(`[data-side="${name}"]`), file[name], marks)));
});
