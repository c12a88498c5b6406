// Drafts of messages: copied to the clipboard, or worded anew by the language model.
import { call } from './api.js';
import { say as translated } from './texts.js';

const text = (button) => button.closest('form, .card').querySelector('pre.text, textarea');
const say = (button, words) => {
  button.closest('p').querySelector('[role="status"]').textContent = words;
};

async function copy(button) {
  try {
    await navigator.clipboard.writeText(text(button).textContent);
    say(button, translated('Copied.'));
  } catch {
    getSelection().selectAllChildren(text(button));
    say(button, translated('Selected; copy it with the keyboard.'));
  }
}

async function polish(button) {
  button.disabled = true;
  say(button, translated('One moment…'));
  const response = await call('POST', button.dataset.to);
  const answer = response ? await response.json().catch(() => ({})) : {};
  button.disabled = false;
  if (!response?.ok) {
    say(button, answer.detail ?? translated('The server can’t be reached. Please try again.'));
    return;
  }
  const shown = text(button);
  if ('value' in shown) shown.value = answer.text;
  else shown.textContent = answer.text;
  say(button, answer.note ? translated('The text stays as it was: {0}.', answer.note) : translated('Worded by {0}.', answer.writtenBy));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('button.copy:not([data-copy]), button.polish');
  if (!button) return;
  if (button.classList.contains('copy')) copy(button);
  else polish(button);
});
