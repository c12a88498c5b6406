// Draws a BPMN file as SVG with bpmn-js in a local Chromium.
// Usage: node render-bpmn.mjs <file.bpmn> <file.svg>; see .ci/render-bpmn.sh.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [source, target] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 2600px; height: 800px"></div>');
  await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
  const drawn = await page.evaluate(async (xml) => {
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  }, readFileSync(source, 'utf8'));
  if (drawn.warnings.length) {
    throw new Error(drawn.warnings.join('\n'));
  }
  writeFileSync(target, drawn.svg);
} finally {
  await browser.close();
}
