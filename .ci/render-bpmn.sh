#!/usr/bin/env bash
# Draws the process as docs/lead-handoff.svg. Needs npm and Debian's chromium (or CHROMIUM=path).
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" bpmn-js@18.31.1 playwright-core@1.65.1
cp .ci/render-bpmn.mjs "$tools/"
node "$tools/render-bpmn.mjs" src/main/resources/bpmn/lead-handoff.bpmn docs/lead-handoff.svg
