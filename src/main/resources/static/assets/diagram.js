// Draws a process, with some of its elements in colours.

/* global BpmnJS */

/** Draws into a place; marks are pairs of an element's id and a class. */
export async function draw(place, xml, marks) {
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  marks.filter(([id]) => elements.get(id)).forEach(([id, what]) => canvas.addMarker(id, what));
  canvas.zoom('fit-viewport');
}
