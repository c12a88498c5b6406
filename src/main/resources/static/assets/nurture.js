// Shows how a mail would read before it is saved.
import { call, clear, explain, say } from './api.js';
import { say as text } from './texts.js';

const form = document.getElementById('mail');
const button = document.getElementById('preview');
const WORDS = ['subject', 'body', 'action', 'url'];
const FIELDS = ['track', ...WORDS, ...WORDS.map((word) => `${word}De`)];

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
  document.getElementById('bare-en').textContent = answer.bare.text;
  document.getElementById('bare-de').textContent = (answer.bareDe ?? answer.bare).text;
  document.getElementById('none-de').hidden = Boolean(answer.bareDe);
  document.querySelectorAll('form.shown').forEach((shown) => show(shown, body));
});

function show(shown, body) {
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
}
