// Draws a process before and after a change, with what differs in colours.

/* global BpmnJS */

async function draw(place, xml, marks) {
  if (!xml) {
    place.textContent = 'There was none.';
    return;
  }
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  marks.filter(([id]) => elements.get(id)).forEach(([id, what]) => canvas.addMarker(id, what));
  canvas.zoom('fit-viewport');
}

document.querySelectorAll('.drawn').forEach(async (part) => {
  const marks = [...part.querySelectorAll('[data-element]')].map((mark) => [mark.dataset.element, mark.dataset.what]);
  const file = await fetch(part.dataset.from, { headers: { Accept: 'application/json' } }).then((answer) => answer.json());
  await Promise.all(['before', 'after'].map((side) => draw(part.querySelector(`[data-side="${side}"]`), file[side], marks)));
});
