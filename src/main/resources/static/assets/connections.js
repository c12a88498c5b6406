// Tests of connections: what the system said stands at the button.
import { call, once, say } from './api.js';
import { say as text } from './texts.js';

async function test(form) {
  const response = await call('POST', form.dataset.to);
  const answer = await response?.json().catch(() => null);
  if (!response?.ok || !answer) say(form, answer?.detail ?? text('The server can’t be reached. Please try again.'));
  else if (!answer.works) say(form, text('It doesn’t work: {0}.', answer.text ?? text('it took nothing')));
  else {
    form.querySelector('.told')?.remove();
    const told = document.createElement('p');
    told.className = 'told';
    told.setAttribute('role', 'status');
    told.textContent = text('It works.');
    form.append(told);
  }
  return false;
}

document.querySelectorAll('form.connection-test').forEach((form) => once(form, test));
