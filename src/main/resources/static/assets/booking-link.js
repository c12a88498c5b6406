// Makes a link on which the lead books a meeting: copied, shown, and ready to be sent.

import { call } from './api.js';
import { say } from './texts.js';

const part = document.getElementById('booking-link');
const button = part.querySelector('button');
const status = part.querySelector('[role=status]');

function show(url) {
  const link = document.createElement('a');
  link.href = `mailto:${encodeURIComponent(part.dataset.email ?? '')}?subject=${encodeURIComponent(say('A time for us to talk'))}&body=${encodeURIComponent(url)}`;
  link.textContent = say('Send this link');
  const shown = document.createElement('input');
  shown.readOnly = true;
  shown.value = url;
  shown.ariaLabel = say('Booking link');
  status.append(document.createElement('br'), shown, link);
}

button.addEventListener('click', async () => {
  button.disabled = true;
  const response = await call('POST', `/api/leads/${part.dataset.lead}/booking-link`);
  button.disabled = false;
  if (!response?.ok) {
    const problem = await response?.json().catch(() => ({}));
    status.textContent = problem?.detail ?? say('The server can’t be reached. Please try again.');
    return;
  }
  const { url } = await response.json();
  const copied = await navigator.clipboard?.writeText(url).then(() => true, () => false);
  status.textContent = copied ? say('The link is copied.') : say('Here is the link.');
  show(url);
});
