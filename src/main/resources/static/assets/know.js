// Learns points from outcomes, and goes to the change that proposes them.
import { call, clear, say } from './api.js';
import { say as text } from './texts.js';

const form = document.getElementById('learn');

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  clear(form);
  const button = form.querySelector('button');
  button.disabled = true;
  const response = await call('POST', '/api/know/scorecard');
  button.disabled = false;
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return;
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) {
    window.location.assign(`/changes/${answer.id}`);
    return;
  }
  const errors = answer.errors ?? [];
  say(form, errors.length === 0 ? (answer.detail ?? text('This could not be done. Please try again.'))
    : text('Nothing is proposed yet: {0}.', errors.map((error) => error.message).join('; ')));
});
