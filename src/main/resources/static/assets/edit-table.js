// Edits a decision table and proposes it, or puts it into a change that is open.

/* global DmnJS */

import { call, explain, once, say } from './api.js';
import { say as text } from './texts.js';

const place = document.getElementById('editor');
const form = document.getElementById('edited');
const { file, change } = place.dataset;
const editor = new DmnJS({ container: place, height: '100%', width: '100%' });

/** What the editor answers by a call, as a promise. */
const asked = (call) => new Promise((resolve, reject) => {
  call((problem, answer) => (problem ? reject(problem) : resolve(answer)));
});

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
    const xml = await content(file);
    await asked((then) => editor.importXML(xml, { open: false }, then));
    const table = editor.getViews().find((view) => view.type === 'decisionTable');
    await asked((then) => editor.open(table, then));
    // who has no mouse scrolls it, too
    place.querySelector('.tjs-table-container').tabIndex = 0;
  } catch (problem) {
    say(form, text('This table can’t be shown here: {0}', problem.message));
  }
}

/** The editor takes a cell over some tenths of a second after the last key. */
const TAKEN_OVER = 600;

async function send() {
  await new Promise((then) => { setTimeout(then, TAKEN_OVER); });
  const xml = await asked((then) => editor.saveXML({ format: true }, then));
  const edited = { name: file, content: xml };
  const response = change
    ? await call('PUT', `/api/changes/${change}`, { files: [edited, ...await others()] })
    : await call('POST', '/api/changes', {
      title: form.elements.title.value.trim(), why: form.elements.why.value.trim(), files: [edited],
    });
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
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
