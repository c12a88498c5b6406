// Edits a decision table and proposes it, or puts it into a change that is open.

/* global DmnJS */

import { call, explain, once, say } from './api.js';

const place = document.getElementById('editor');
const form = document.getElementById('edited');
const { file, change } = place.dataset;
const editor = new DmnJS({ container: place, height: '100%', width: '100%' });

const json = (url) => fetch(url, { headers: { Accept: 'application/json' } }).then((answer) => answer.json());

const content = async (name) => (change
  ? (await json(`/api/changes/${change}/files/${name}`)).after
  : fetch(`/api/models/${name}`).then((answer) => answer.text()));

/** All files of an open change: what isn't sent is no longer part of it. */
async function others() {
  const { files } = await json(`/api/changes/${change}`);
  return Promise.all(files.filter((name) => name !== file).map(async (name) => ({ name, content: await content(name) })));
}

async function open() {
  try {
    await editor.importXML(await content(file));
    await editor.open(editor.getViews().find((view) => view.type === 'decisionTable'));
  } catch (problem) {
    say(form, `This table can’t be shown here: ${problem.message}`);
  }
}

async function send() {
  const { xml } = await editor.saveXML({ format: true });
  const edited = { name: file, content: xml };
  const response = change
    ? await call('PUT', `/api/changes/${change}`, { files: [edited, ...await others()] })
    : await call('POST', '/api/changes', {
      title: form.elements.title.value.trim(), why: form.elements.why.value.trim(), files: [edited],
    });
  if (!response) {
    say(form, 'The server can’t be reached. Please try again.');
    return false;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    explain(form, answer);
    return false;
  }
  location.assign(`/changes/${change ?? answer.id}`);
  return true;
}

once(form, send);
open();
