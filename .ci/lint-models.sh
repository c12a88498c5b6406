#!/usr/bin/env bash
# Lints every BPMN and DMN model and element template with bpmn.io's linters, and sees that models
# are written as Camunda Modeler saves them; "lint-models.sh save" saves them so. Needs npm.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" \
  bpmnlint@11.15.0 bpmnlint-plugin-camunda-compat@2.61.0 dmnlint@0.2.0 \
  @bpmn-io/element-templates-validator@2.26.0 \
  bpmn-moddle@10.3.1 camunda-bpmn-moddle@8.0.1 modeler-moddle@0.2.0 dmn-moddle@12.2.1 \
  camunda-dmn-moddle@1.3.1
cp -r .bpmnlintrc .dmnlintrc src/main/resources/bpmn src/main/resources/dmn \
  .camunda/element-templates .ci/validate-templates.mjs .ci/save-models.mjs "$tools/"
models="$PWD/src/main/resources"
cd "$tools"
if [ "${1:-}" = save ]; then
  node save-models.mjs "$models"
  exit
fi
node save-models.mjs "$models" --check
npx bpmnlint --max-warnings 0 bpmn/*.bpmn
npx dmnlint dmn/*.dmn
node validate-templates.mjs element-templates/*.json
