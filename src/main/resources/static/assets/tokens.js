// Lists, makes and revokes the tokens of machines; a new one is shown once.

import { call, clear, explain, once, say } from './api.js';

const UNREACHABLE = 'The server can’t be reached. Please try again.';
const list = document.getElementById('token-list');
const form = document.getElementById('token');
const made = document.getElementById('token-made');

async function show() {
  const response = await call('GET', '/api/tokens');
  if (!response?.ok) {
    say(form, UNREACHABLE);
    return;
  }
  const { items } = await response.json();
  list.replaceChildren(...items.filter((token) => !token.revokedAt).map(row));
}

function row(token) {
  const item = document.createElement('li');
  const name = document.createElement('div');
  name.className = 'grow';
  name.textContent = token.name;
  const by = document.createElement('span');
  by.className = 'pale';
  by.textContent = ` by ${token.createdBy}, ${new Date(token.createdAt).toLocaleDateString('en-GB')}`;
  name.append(by);
  const revoke = document.createElement('button');
  revoke.type = 'button';
  revoke.className = 'stop';
  revoke.textContent = 'Revoke';
  revoke.ariaLabel = `Revoke: ${token.name}`;
  revoke.addEventListener('click', async () => {
    clear(form);
    revoke.disabled = true;
    const response = await call('DELETE', `/api/tokens/${encodeURIComponent(token.id)}`);
    if (!response) say(form, UNREACHABLE);
    await show();
  });
  item.append(name, revoke);
  return item;
}

once(form, async () => {
  const response = await call('POST', '/api/tokens', { name: form.elements.name.value });
  if (!response) {
    say(form, UNREACHABLE);
  } else if (response.ok) {
    const { name, token } = await response.json();
    made.hidden = false;
    made.textContent = `The token of ${name}, shown this once: ${token}`;
    form.reset();
    await show();
  } else {
    explain(form, await response.json().catch(() => ({})));
  }
  return false;
});
show();
