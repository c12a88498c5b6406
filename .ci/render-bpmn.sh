#!/usr/bin/env bash
# Draws every process as docs/<its name>.svg, a closed sub-process as docs/<name>.<id>.svg. Needs npm and Debian's chromium (or CHROMIUM=path).
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" bpmn-js@18.31.1 playwright-core@1.65.1
cp .ci/render-bpmn.mjs "$tools/"
for model in src/main/resources/bpmn/*.bpmn; do
  node "$tools/render-bpmn.mjs" "$model" docs
done
