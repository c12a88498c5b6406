// Learns points from outcomes, and goes to the change that proposes them.
import { call, clear, say } from './api.js';

const form = document.getElementById('learn');

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  clear(form);
  const button = form.querySelector('button');
  button.disabled = true;
  const response = await call('POST', '/api/know/scorecard');
  button.disabled = false;
  if (!response) {
    say(form, 'The server can’t be reached. Please try again.');
    return;
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) {
    window.location.assign(`/changes/${answer.id}`);
    return;
  }
  const errors = answer.errors ?? [];
  say(form, errors.length === 0 ? (answer.detail ?? 'This could not be done. Please try again.')
    : `Nothing is proposed yet: ${errors.map((error) => error.message).join('; ')}.`);
});
