// Lists, makes, renews and revokes the tokens of machines; a secret is shown once.

import { call, clear, explain, once, say } from './api.js';

const UNREACHABLE = 'The server can’t be reached. Please try again.';
const MAY = { signals: 'sends signals', metrics: 'reads metrics', status: 'reads the status', mcp: 'answers an assistant' };
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
  const about = document.createElement('span');
  about.className = 'pale';
  about.textContent = ` ${facts(token).join(' · ')}`;
  name.append(about);
  const renew = document.createElement('button');
  renew.type = 'button';
  renew.textContent = 'New secret';
  renew.ariaLabel = `New secret: ${token.name}`;
  renew.addEventListener('click', async () => {
    clear(form);
    renew.disabled = true;
    const response = await call('POST', `/api/tokens/${encodeURIComponent(token.id)}/rotate`, {});
    if (response?.ok) {
      const answer = await response.json();
      shown(`The new secret of ${answer.name}, shown this once: ${answer.token} The earlier one works until ${moment(answer.earlierSecretUntil)}.`);
    } else {
      say(form, UNREACHABLE);
    }
    await show();
  });
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
  item.append(name, renew, revoke);
  return item;
}

function facts(token) {
  const { scopes, expiresAt, callsAMinute, readsAs } = token.terms;
  const over = expiresAt && new Date(expiresAt) <= new Date();
  return [
    scopes.map((scope) => MAY[scope] ?? scope).sort().join(', '),
    readsAs && `reads as ${readsAs}`,
    `by ${token.createdBy}, ${day(token.createdAt)}`,
    token.lastUsedAt ? `last used ${moment(token.lastUsedAt)}` : 'not used yet',
    expiresAt ? `${over ? 'ended' : 'ends'} ${moment(expiresAt)}` : 'no end',
    callsAMinute && `${callsAMinute} calls a minute`,
    token.earlierSecretUntil && new Date(token.earlierSecretUntil) > new Date()
      && `earlier secret until ${moment(token.earlierSecretUntil)}`,
  ].filter(Boolean);
}

function day(instant) {
  return new Date(instant).toLocaleDateString('en-GB');
}

function moment(instant) {
  return new Date(instant).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' });
}

function shown(text) {
  made.hidden = false;
  made.textContent = text;
}

/** What is left empty isn't sent; a last day ends with its midnight here. */
function draft() {
  const { name, expiresAt, callsAMinute, scopes, readsAs } = form.elements;
  const end = expiresAt.value && new Date(`${expiresAt.value}T00:00`);
  if (end) end.setDate(end.getDate() + 1);
  return {
    name: name.value,
    scopes: [...scopes].filter((box) => box.checked).map((box) => box.value),
    ...(end && { expiresAt: end.toISOString() }),
    ...(readsAs.value.trim() && { readsAs: readsAs.value.trim() }),
    ...(callsAMinute.value && { callsAMinute: Number(callsAMinute.value) }),
  };
}

once(form, async () => {
  const response = await call('POST', '/api/tokens', draft());
  if (!response) {
    say(form, UNREACHABLE);
  } else if (response.ok) {
    const { name, token } = await response.json();
    shown(`The token of ${name}, shown this once: ${token}`);
    form.reset();
    await show();
  } else {
    explain(form, await response.json().catch(() => ({})));
  }
  return false;
});
show();
