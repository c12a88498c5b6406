// Draws a BPMN file as SVG: node render-bpmn.mjs <file.bpmn> <file.svg>. Run by render-bpmn.sh.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [source, target] = process.argv.slice(2);
const bpmnJs = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

async function draw(xml) {
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length) {
    throw new Error(warnings.map((warning) => warning.message).join('\n'));
  }
  const { svg } = await viewer.saveSVG();
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  // What only a mouse needs.
  picture.querySelectorAll('.djs-hit').forEach((each) => each.remove());
  // A page in dark mode would swallow black lines on nothing.
  picture.documentElement.style.background = 'white';
  return new XMLSerializer().serializeToString(picture);
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
  const svg = await page.evaluate(draw, readFileSync(source, 'utf8'));
  writeFileSync(target, `${numberMarkers(svg)}\n`);
} finally {
  await browser.close();
}
