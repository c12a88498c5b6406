// Tests of connections: what the system said stands at the button.
import { call, once, say } from './api.js';

async function test(form) {
  const response = await call('POST', form.dataset.to);
  const answer = await response?.json().catch(() => null);
  if (!response?.ok || !answer) say(form, answer?.detail ?? 'The server can’t be reached. Please try again.');
  else if (!answer.works) say(form, `It doesn’t work: ${answer.text ?? 'it took nothing'}.`);
  else {
    form.querySelector('.told')?.remove();
    const told = document.createElement('p');
    told.className = 'told';
    told.setAttribute('role', 'status');
    told.textContent = 'It works.';
    form.append(told);
  }
  return false;
}

document.querySelectorAll('form.connection-test').forEach((form) => once(form, test));
