// Forms of reps, absences, teams and calendars; they use the same API as every other client.
import { call, done, explain, instant, once, say, told } from './api.js';
import { say as text } from './texts.js';

const list = (words) => words.split(',').map((word) => word.trim()).filter(Boolean);

const reading = {
  number: (words) => (Number.isInteger(Number(words)) ? Number(words) : words),
  flag: (words) => words === 'true',
  list,
  instant,
};

/** What stands in a form; an empty field is null, which takes the value away. */
function read(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.name === '_csrf' || 'part' in field.dataset || field.tagName === 'BUTTON') continue;
    if (field.type === 'checkbox') {
      body[field.name] ??= [];
      if (field.checked) body[field.name].push(field.value);
    } else if (field.tagName === 'FIELDSET') {
      body[field.name] = field.disabled ? null : {};
    } else if (field.dataset.as === 'handOver') {
      body.handOver = field.value !== '';
      body[field.name] = /^\*?$/.test(field.value) ? null : field.value;
    } else if (field.name.includes('.')) {
      const [week, day] = field.name.split('.');
      if (body[week] && field.value.trim()) body[week][day] = list(field.value);
    } else if (field.value.trim() || field.dataset.as === 'list') {
      body[field.name] = (reading[field.dataset.as] ?? ((words) => words))(field.value.trim());
    } else if (!('optional' in field.dataset)) {
      body[field.name] = null;
    }
  }
  return body;
}

/** Fields that are parts of the address; false when one of them can't be. */
function address(form) {
  let url = form.dataset.to;
  const errors = [];
  for (const field of form.querySelectorAll('[data-part]')) {
    if (!field.checkValidity()) errors.push({ field: field.name, message: field.dataset.part });
    url = url.replace(`{${field.name}}`, encodeURIComponent(field.value.trim()));
  }
  if (errors.length === 0) return url;
  explain(form, { errors });
  return null;
}

/** True when the page is on its way out. */
async function send(form) {
  const url = address(form);
  if (!url) return false;
  const method = form.dataset.method;
  const response = await call(method, url, method === 'DELETE' ? undefined : read(form));
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return false;
  }
  if (response.ok) {
    done(form.dataset.done);
    return true;
  }
  explain(form, await response.json().catch(() => ({})));
  return false;
}

document.querySelectorAll('form.settings-form').forEach((form) => once(form, send));

/** Hours stand still while somebody works round the clock. */
for (const choice of document.querySelectorAll('[data-hours]')) {
  const hours = choice.form.elements.namedItem('hours');
  const show = () => {
    hours.disabled = choice.value === 'always';
    hours.hidden = hours.disabled;
  };
  choice.addEventListener('change', show);
  show();
}

const zones = document.getElementById('zones');
if (zones) {
  zones.append(...Intl.supportedValuesOf('timeZone').map((name) => new Option(name, name)));
}

told();
