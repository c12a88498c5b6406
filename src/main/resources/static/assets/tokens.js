// Lists, makes, renews and revokes the tokens of machines; a secret is shown once.

import { call, clear, explain, once, say } from './api.js';
import { locale, say as text } from './texts.js';

const UNREACHABLE = text('The server can’t be reached. Please try again.');
const MAY = {
  signals: text('sends signals'), metrics: text('reads metrics'), status: text('reads the status'), mcp: text('answers an assistant'),
};
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
  renew.textContent = text('New secret');
  renew.ariaLabel = `${renew.textContent}: ${token.name}`;
  renew.addEventListener('click', async () => {
    clear(form);
    renew.disabled = true;
    const response = await call('POST', `/api/tokens/${encodeURIComponent(token.id)}/rotate`, {});
    if (response?.ok) {
      const answer = await response.json();
      shown(text('The new secret of {0}, shown this once: {1} The earlier one works until {2}.', answer.name, answer.token, moment(answer.earlierSecretUntil)));
    } else {
      say(form, UNREACHABLE);
    }
    await show();
  });
  const revoke = document.createElement('button');
  revoke.type = 'button';
  revoke.className = 'stop';
  revoke.textContent = text('Revoke');
  revoke.ariaLabel = `${revoke.textContent}: ${token.name}`;
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
    readsAs && text('reads as {0}', readsAs),
    text('by {0}, {1}', token.createdBy, day(token.createdAt)),
    token.lastUsedAt ? text('last used {0}', moment(token.lastUsedAt)) : text('not used yet'),
    end(expiresAt, over),
    callsAMinute && text('{0} calls a minute', callsAMinute),
    token.earlierSecretUntil && new Date(token.earlierSecretUntil) > new Date()
      && text('earlier secret until {0}', moment(token.earlierSecretUntil)),
  ].filter(Boolean);
}

function end(expiresAt, over) {
  if (!expiresAt) return text('no end');
  return over ? text('ended {0}', moment(expiresAt)) : text('ends {0}', moment(expiresAt));
}

function day(instant) {
  return new Date(instant).toLocaleDateString(locale);
}

function moment(instant) {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
}

function shown(words) {
  made.hidden = false;
  made.textContent = words;
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
    shown(text('The token of {0}, shown this once: {1}', name, token));
    form.reset();
    await show();
  } else {
    explain(form, await response.json().catch(() => ({})));
  }
  return false;
});
show();
