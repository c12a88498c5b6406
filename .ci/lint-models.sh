#!/usr/bin/env bash
# Lints every BPMN and DMN model and element template with bpmn.io's linters. Needs npm.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" \
  bpmnlint@11.15.0 bpmnlint-plugin-camunda-compat@2.61.0 dmnlint@0.2.0 \
  @bpmn-io/element-templates-validator@2.26.0
cp -r .bpmnlintrc .dmnlintrc src/main/resources/bpmn src/main/resources/dmn \
  .camunda/element-templates .ci/validate-templates.mjs "$tools/"
cd "$tools"
npx bpmnlint --max-warnings 0 bpmn/*.bpmn
npx dmnlint dmn/*.dmn
node validate-templates.mjs element-templates/*.json
