// Shows how a mail would read before it is saved.
import { call, clear, explain, say } from './api.js';
import { say as text } from './texts.js';

const form = document.getElementById('mail');
const shown = document.getElementById('shown');
const button = document.getElementById('preview');
const FIELDS = ['track', 'subject', 'body', 'action', 'url'];

button.addEventListener('click', async () => {
  clear(form);
  const body = Object.fromEntries(FIELDS.map((name) => [name, form.elements.namedItem(name).value]));
  const response = await call('POST', button.dataset.to, body);
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    explain(form, answer);
    return;
  }
  document.getElementById('bare').textContent = answer.bare.text;
  shown.querySelectorAll('[data-copy]').forEach((field) => field.remove());
  for (const [name, value] of Object.entries(body)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    field.dataset.copy = '';
    shown.append(field);
  }
  // with its token, as a form of its own: a mail brings styles that this page may not have
  shown.submit();
});
