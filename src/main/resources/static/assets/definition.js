// Draws the process of the definition.

/* global BpmnJS */

document.querySelectorAll('[data-xml]').forEach(async (place) => {
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(place.dataset.xml);
  viewer.get('canvas').zoom('fit-viewport');
});
