// Proposes files as a change, chosen or dropped.

import { call, explain, once, say } from './api.js';
import { say as text } from './texts.js';

const form = document.getElementById('proposal');

async function send() {
  const files = await Promise.all([...form.elements.files.files].map(async (file) => ({
    name: file.name, content: await file.text(),
  })));
  const body = { title: form.elements.title.value.trim(), why: form.elements.why.value.trim() };
  if (files.length > 0) body.files = files;
  const response = await call('POST', form.dataset.to, body);
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return false;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    explain(form, answer);
    return false;
  }
  location.assign(`/changes/${answer.id}`);
  return true;
}

if (form) {
  once(form, send);
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.elements.files.files = event.dataTransfer.files;
  });
}
