// Validates element templates against the schema that Camunda Modeler reads them by.
// Usage: node validate-templates.mjs template.json…
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

let broken = false;
for (const file of process.argv.slice(2)) {
  const { results } = validateAll([JSON.parse(readFileSync(file, 'utf8'))].flat());
  for (const { valid, object, errors } of results) {
    if (!valid) {
      broken = true;
      console.error(`${file}: ${object.id}`, errors.map((error) => error.message).join('; '));
    }
  }
}
process.exit(broken ? 1 : 0);
