// Saves every shipped model as Camunda Modeler does, so that opening and saving one changes nothing.
// save-models.mjs <folder of the models> [--check]; lint-models.sh brings the packages.
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const json = (name) => require(name);
const bpmn = new BpmnModdle({
  camunda: json('camunda-bpmn-moddle/resources/camunda.json'),
  modeler: json('modeler-moddle/resources/modeler.json'),
});
const dmn = new DmnModdle({
  camunda: json('camunda-dmn-moddle/resources/camunda.json'),
  modeler: json('modeler-moddle/resources/dmn-modeler.json'),
});

const [folder, mode] = process.argv.slice(2);
let other = 0;
for (const [kind, moddle, type] of [['bpmn', bpmn, undefined], ['dmn', dmn, 'dmn:Definitions']]) {
  for (const name of readdirSync(join(folder, kind)).filter((each) => each.endsWith('.' + kind))) {
    const file = join(folder, kind, name);
    const before = readFileSync(file, 'utf8');
    const { rootElement, warnings } = kind === 'bpmn' ? await moddle.fromXML(before) : await moddle.fromXML(before, type);
    if (warnings.length) throw new Error(file + ': ' + warnings.map((each) => each.message).join('; '));
    const { xml } = await moddle.toXML(rootElement, { format: true });
    if (xml !== before) {
      other++;
      console.log(mode ? 'Not as Modeler saves it: ' + file : 'Saved ' + file);
      if (!mode) writeFileSync(file, xml);
    }
  }
}
process.exit(mode && other ? 1 : 0);
