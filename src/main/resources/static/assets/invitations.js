// Invites people and lists who was invited and has set no password yet; a link that can't be mailed is shown once.
import { call, clear, explain, once, say } from './api.js';
import { locale, say as text } from './texts.js';

const LOST = text('The server can’t be reached. Please try again.');
const form = document.getElementById('invite');
const list = document.getElementById('invited-list');
const told = document.getElementById('invited');

const path = (person) => `/api/people/${encodeURIComponent(person)}/invitation`;

const day = (instant) => new Date(instant).toLocaleDateString(locale);

function tell(words) {
  told.hidden = false;
  told.textContent = words;
}

/** The invitation of somebody who is here already, but inactive and without a password. */
async function invite(person, name) {
  const response = await call('POST', path(person));
  if (!response) say(form, LOST);
  else if (response.ok) {
    const { mailed, why, url } = await response.json();
    tell(mailed ? text('{0} has mail with a link to set a password.', name) : text('{0} is added, but {1}. Give them this link, which is shown this once: {2}', name, why, url));
    return true;
  } else explain(form, await response.json().catch(() => ({})));
  return false;
}

function button(words, person, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.ariaLabel = `${words}: ${person}`;
  made.addEventListener('click', async () => {
    clear(form);
    made.disabled = true;
    await act();
    await show();
  });
  return made;
}

function row({ person, email, invitedBy, at, expiresAt }) {
  const item = document.createElement('li');
  const name = document.createElement('div');
  name.className = 'grow';
  name.textContent = person;
  const about = document.createElement('span');
  about.className = 'pale';
  const over = new Date(expiresAt) <= new Date();
  about.textContent = ` ${email} · ${text('by {0}, {1}', invitedBy, day(at))} · ${over ? text('the link is over') : text('until {0}', day(expiresAt))}`;
  name.append(about);
  item.append(
    name,
    button(text('Invite again'), person, () => invite(person, person)),
    button(text('Revoke'), person, async () => {
      if (!await call('DELETE', path(person))) say(form, LOST);
    }),
  );
  item.lastChild.className = 'stop';
  return item;
}

async function show() {
  const response = await call('GET', '/api/invitations');
  if (!response?.ok) {
    say(form, LOST);
    return;
  }
  const { provider, items } = await response.json();
  list.replaceChildren(...items.map(row));
  if (provider) {
    tell(`${provider}.`);
    form.hidden = true;
  }
}

once(form, async () => {
  const {
    id, name, email, role, team, zone,
  } = form.elements;
  const body = {
    name: name.value.trim(), email: email.value.trim(), role: role.value, zone: zone.value.trim(), active: false,
  };
  if (team.value) body.team = team.value;
  if (!id.checkValidity()) {
    explain(form, { errors: [{ field: 'id', message: id.dataset.part }] });
    return false;
  }
  const response = await call('PUT', `/api/people/${encodeURIComponent(id.value.trim())}`, body);
  if (!response) say(form, LOST);
  else if (!response.ok) explain(form, await response.json().catch(() => ({})));
  else if (await invite(id.value.trim(), name.value.trim())) {
    form.reset();
    await show();
  }
  return false;
});
show();
