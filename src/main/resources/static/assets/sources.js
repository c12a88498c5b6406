// Keeps the systems that send on their own: adds them, maps what they send, tries a mapping, sends again what waits.

import { call, clear, done, explain, once, say, told } from './api.js';
import { say as text } from './texts.js';

const UNREACHABLE = text('The server can’t be reached. Please try again.');
const STATES = { recorded: text('It is recorded'), repeated: text('It is repeated'), ignored: text('It is ignored') };
const SECRET_BYTES = 24;

const problem = (response) => response?.json().catch(() => null);

async function failed(form, response) {
  if (response) explain(form, await problem(response) ?? {});
  else say(form, UNREACHABLE);
  return false;
}

const source = document.getElementById('source');
if (source) {
  document.getElementById('make').addEventListener('click', () => {
    const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    source.elements.secret.value = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    clear(source);
    source.elements.secret.select();
  });
  once(source, async () => {
    const { name, kind, secret } = source.elements;
    const response = await call('PUT', `/api/sources/${encodeURIComponent(name.value.trim() || '?')}`, { kind: kind.value, secret: secret.value });
    if (!response?.ok) return failed(source, response);
    done(text('The source is there. Give its address and the secret to the system.'), `/sources/${encodeURIComponent(name.value.trim())}`);
    return true;
  });
}

document.querySelectorAll('form.again').forEach((form) => once(form, async () => {
  const response = await call('POST', form.dataset.to);
  if (!response?.ok) return failed(form, response);
  const { state, signals, issues } = await response.json();
  if (state === 'waiting') {
    say(form, text('It still waits. {0}', issues.map((issue) => issue.message).join('. ')));
    return false;
  }
  done(`${STATES[state]}: ${signals === 1 ? text('1 signal') : text('{0} signals', signals)}.`);
  return true;
}));

document.querySelectorAll('form.left-out').forEach((form) => once(form, async () => {
  const response = await call('POST', form.dataset.to);
  if (!response?.ok) return failed(form, response);
  done(text('It is left out.'));
  return true;
}));

const remove = document.getElementById('remove');
if (remove) {
  once(remove, async () => {
    const response = await call('DELETE', remove.dataset.to);
    if (!response?.ok) return failed(remove, response);
    done(text('The source is removed.'), '/sources');
    return true;
  });
}

const rules = document.getElementById('rules');
if (rules) watchRules();
told();

function watchRules() {
  const rows = () => [...rules.querySelectorAll('tr.rule')];
  const of = (row, name) => row.querySelector(`[name="${name}"]`).value.trim();

  /** `1 = page_view, 2 = form_submitted` as an object. */
  const words = (written) => Object.fromEntries(written.split(',').filter((pair) => pair.trim()).map((pair) => {
    const at = pair.lastIndexOf('=');
    return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  }));

  const rule = (row) => {
    const said = { field: of(row, 'field') };
    for (const name of ['path', 'value', 'as']) {
      if (of(row, name)) said[name] = of(row, name);
    }
    if (of(row, 'map')) said.map = words(of(row, 'map'));
    return said;
  };

  const body = () => {
    const said = { kind: rules.dataset.kind, each: rules.elements.each.value.trim(), mapping: rows().map(rule) };
    const hosts = rules.elements.returnHosts?.value ?? rules.dataset.hosts;
    said.returnHosts = hosts.split(/[\s,]+/).filter(Boolean);
    if (rules.elements.secret.value) said.secret = rules.elements.secret.value;
    return said;
  };

  /** Errors of a rule stand at the fields of its row. */
  const refused = async (response) => {
    if (!response) return failed(rules, response);
    const { errors = [], detail } = await problem(response) ?? {};
    const rest = [];
    for (const error of errors) {
      const [, index, name] = error.field.match(/^mapping\[(\d+)]\.(\w+)$/) ?? [];
      const field = index && rows()[Number(index)]?.querySelector(`[name="${name}"]`);
      if (field) {
        field.setAttribute('aria-invalid', 'true');
        const hint = document.createElement('span');
        hint.className = 'wrong';
        hint.textContent = error.message;
        field.after(hint);
        field.focus();
      } else {
        rest.push(error);
      }
    }
    if (rest.length > 0 || errors.length === 0) explain(rules, { errors: rest, detail });
    return false;
  };

  rules.addEventListener('click', (event) => {
    if (event.target.matches('button.remove')) event.target.closest('tr').remove();
  });
  document.getElementById('add').addEventListener('click', () => {
    rules.querySelector('tbody').append(document.getElementById('empty').content.cloneNode(true));
    rows().at(-1).querySelector('input').focus();
  });
  document.getElementById('try').addEventListener('click', async () => {
    clear(rules);
    const response = await call('POST', `/api/sources/${encodeURIComponent(rules.dataset.name)}/try`, body());
    if (response?.ok) show((await response.json()).items);
    else await refused(response);
  });
  once(rules, async () => {
    const response = await call('PUT', `/api/sources/${encodeURIComponent(rules.dataset.name)}`, body());
    if (!response?.ok) return refused(response);
    done(text('Saved. What waits can be sent again.'));
    return true;
  });

  const line = (said, tag = 'span') => {
    const element = document.createElement(tag);
    element.textContent = said;
    if (tag === 'span') element.className = 'part';
    return element;
  };

  const show = (items) => {
    const good = items.filter((item) => item.issues.length === 0).length;
    document.getElementById('verdict').textContent = items.length === 0 ? text('It has sent nothing yet.') : text('{0} of the last {1} would come in', good, items.length);
    document.getElementById('trials').replaceChildren(...items.map((item) => {
      const row = document.createElement('li');
      const left = document.createElement('div');
      item.issues.forEach((issue) => left.append(line(issue.field ? `${issue.field}: ${issue.message}` : issue.message)));
      item.signals.forEach((signal) => left.append(line(JSON.stringify(signal, null, 1), 'pre')));
      if (item.signals.length === 0 && item.issues.length === 0) left.append(line(text('Nothing of it is a signal.')));
      left.querySelectorAll('pre').forEach((pre) => { pre.className = 'text'; pre.tabIndex = 0; });
      row.append(left);
      return row;
    }));
    document.getElementById('tried').hidden = false;
    document.getElementById('verdict').focus();
  };
}
