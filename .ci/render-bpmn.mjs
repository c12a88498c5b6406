// Draws a BPMN file: node render-bpmn.mjs <file.bpmn> <folder>. Run by render-bpmn.sh.
// The picture is <folder>/<file>.svg; a closed sub-process has one of its own, <file>.<its id>.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { chromium } from 'playwright-core';

const [source, folder] = process.argv.slice(2);
const bpmnJs = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

async function draw([xml, name]) {
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length) {
    throw new Error(warnings.map((warning) => warning.message).join('\n'));
  }
  const canvas = viewer.get('canvas');
  const planes = canvas.getRootElements();
  const pictures = {};
  for (const plane of planes) {
    canvas.setRootElement(plane);
    const { svg } = await viewer.saveSVG();
    pictures[fileOf(plane)] = asText(svg);
  }
  return pictures;

  function fileOf(plane) {
    const inside = plane.businessObject.$type === 'bpmn:SubProcess';
    return inside ? `${name}.${plane.businessObject.id}.svg` : `${name}.svg`;
  }

  function asText(svg) {
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
    // What only a mouse needs.
    picture.querySelectorAll('.djs-hit').forEach((each) => each.remove());
    // A page in dark mode would swallow black lines on nothing.
    picture.documentElement.style.background = 'white';
    link(picture);
    return new XMLSerializer().serializeToString(picture);
  }

  /** A file that the picture names, a called process and a closed sub-process lead to their pictures. */
  function link(picture) {
    picture.querySelectorAll('tspan').forEach((line) => {
      const file = line.textContent.match(/([\w-]+)\.bpmn/);
      if (file) {
        wrap(line, `${file[1]}.svg`);
      }
    });
    picture.querySelectorAll('[data-element-id]').forEach((drawn) => {
      const shape = viewer.get('elementRegistry').get(drawn.getAttribute('data-element-id'));
      const element = shape?.businessObject;
      if (element?.calledElement) {
        wrap(drawn.querySelector('.djs-visual'), `${element.calledElement}.svg`);
      } else if (shape?.collapsed && element?.$type === 'bpmn:SubProcess') {
        wrap(drawn.querySelector('.djs-visual'), `${name}.${element.id}.svg`);
      }
    });
  }

  function wrap(node, target) {
    const a = node.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'a');
    a.setAttribute('href', target);
    node.replaceWith(a);
    a.append(node);
  }
}

// bpmn-js names its arrow heads at random; numbers keep an unchanged model's picture unchanged.
function numberMarkers(svg) {
  const names = [...new Set(svg.match(/marker-\w{20,}/g))];
  return names.reduce((text, name, i) => text.replaceAll(name, `marker-${i}`), svg);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 2400px; height: 800px"></div>');
  await page.addScriptTag({ path: bpmnJs });
  const model = [readFileSync(source, 'utf8'), basename(source, '.bpmn')];
  for (const [file, svg] of Object.entries(await page.evaluate(draw, model))) {
    writeFileSync(`${folder}/${file}`, `${numberMarkers(svg)}\n`);
  }
} finally {
  await browser.close();
}
