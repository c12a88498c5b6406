// Looks at a file before it is imported, lets its columns be mapped, and shows how far an import has got.

import { call, clear, done, explain, once, say, told } from './api.js';
import { language, locale, say as text } from './texts.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LABELS = {
  email: text('email'), externalId: text('id in the other system'), visitorId: text('visitor id'), firstName: text('first name'),
  lastName: text('last name'), name: text('full name'), jobTitle: text('job title'), phone: text('phone'), company: text('company'),
  domain: text('website'), companySize: text('employees'), industry: text('industry'), country: text('country'),
  techStack: text('tools they use'), 'consent.email': text('consent to mail'), 'optOut.email': text('opted out of mail'),
  source: text('source'), campaign: text('campaign'), channel: text('channel'), createdAt: text('since when it is known'),
  occurredAt: text('when it happened'), type: text('what they did'), id: text('id of the signal'),
  'properties.asset': text('what was downloaded'), 'properties.message': text('their own words'), mqlAt: text('MQL since'),
  salAt: text('SAL since'), sqlAt: text('SQL since'), opportunityAt: text('opportunity since'), wonAt: text('won on'),
  lostAt: text('lost on'), rejectedAt: text('rejected on'), reason: text('reason of the no'), value: text('value of the deal'),
  currency: text('currency'),
};
const BY = { name: text('its name'), you: text('you'), before: text('the last file like this'), nothing: '–' };
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const label = (field) => LABELS[field] ?? field;
const number = (n) => n.toLocaleString(locale);
const rows = (n) => (n === 1 ? text('1 row') : text('{0} rows', number(n)));
const BUSY = 1000;

const form = document.getElementById('import');
if (form) watchForm();
document.querySelectorAll('form.act').forEach((act) => once(act, async () => {
  const response = await call('POST', act.dataset.to);
  if (response?.ok) {
    location.reload();
    return true;
  }
  say(act, (await response?.json().catch(() => null))?.detail ?? text('The server can’t be reached. Please try again.'));
  return false;
}));
const running = document.getElementById('running');
if (running) setTimeout(follow, BUSY);
told();

async function follow() {
  const response = await fetch(running.dataset.from, { headers: { Accept: 'application/json' } }).catch(() => null);
  if (response?.ok) {
    const { state, rows: of } = await response.json();
    if (!['running', 'undoing'].includes(state)) {
      location.reload();
      return;
    }
    const left = state === 'running' ? of.waiting : of.made + of.joined;
    running.querySelector('progress').value = of.total - left;
    document.getElementById('so-far').textContent = text('{0} of {1}', number(of.total - left), rows(of.total));
  }
  setTimeout(follow, BUSY);
}

function watchForm() {
  const value = (name) => form.elements[name].value;
  const trial = document.getElementById('trial');

  const forget = () => { trial.hidden = true; };
  const kind = () => {
    document.getElementById('of-signals').hidden = value('as') !== 'signals';
    document.getElementById('of-dates').hidden = true;
    form.elements.dates.value = '';
    forget();
  };
  form.elements.as.addEventListener('change', kind);
  form.elements.file.addEventListener('change', forget);
  kind();

  const mapping = () => {
    const mapped = {};
    document.querySelectorAll('#columns select').forEach((select) => {
      if (select.value !== select.dataset.was || select.dataset.by === 'you') mapped[select.dataset.column] = select.value;
    });
    return mapped;
  };

  const send = (mapped, dryRun) => {
    const file = form.elements.file.files[0];
    const query = new URLSearchParams({ as: value('as'), dryRun: String(dryRun), file: file.name.slice(0, 300) });
    if (value('dates')) query.set('dates', value('dates'));
    if (value('as') === 'signals' && value('type')) query.set('type', value('type'));
    if (Object.keys(mapped).length > 0) query.set('mapping', JSON.stringify(mapped));
    return fetch(`${form.dataset.to}?${query}`, {
      method: 'POST',
      headers: {
        'Content-Type': file.name.toLowerCase().endsWith('.xlsx') ? SPREADSHEET : 'text/csv',
        Accept: 'application/json',
        'Accept-Language': language,
        [meta('csrf-header')]: meta('csrf-token'),
      },
      body: file,
    }).catch(() => null);
  };

  const failed = async (response) => {
    if (!response) {
      say(form, text('The server can’t be reached, or the file was changed meanwhile. Please choose it again.'));
      return;
    }
    const problem = await response.json().catch(() => ({}));
    const errors = problem.errors ?? [];
    if (errors.some((error) => error.field === 'dates')) document.getElementById('of-dates').hidden = false;
    const unmapped = errors.find((error) => error.field === 'mapping' && error.allowed);
    explain(form, problem);
    if (unmapped && trial.hidden) {
      showColumns(unmapped.allowed.map((column) => ({ column, field: null, by: 'nothing' })));
      document.getElementById('verdict').textContent = text('Say which column holds what');
      document.getElementById('written').textContent = '';
      document.getElementById('rows').replaceChildren();
      document.getElementById('start').hidden = true;
      trial.hidden = false;
    }
  };

  const look = async (mapped) => {
    clear(form);
    if (!form.elements.file.files[0]) {
      explain(form, { errors: [{ field: 'file', message: text('choose a file') }] });
      return;
    }
    form.ariaBusy = 'true';
    const response = await send(mapped, true);
    form.ariaBusy = 'false';
    if (response?.ok) show(await response.json());
    else await failed(response);
  };

  const show = (tried) => {
    const parts = [tried.made === 1 ? text('1 new lead') : text('{0} new leads', number(tried.made))];
    if (tried.joined > 0) parts.push(tried.joined === 1 ? text('1 of a known lead') : text('{0} of known leads', number(tried.joined)));
    if (tried.refused > 0) parts.push(text('{0} refused', number(tried.refused)));
    document.getElementById('verdict').textContent = `${rows(tried.rows)}: ${parts.join(', ')}`;
    const { file, charset, assumed, delimiter } = tried.format;
    const csv = text('CSV in {0}, columns parted by {1}', charset, delimiter === '\t' ? text('tabulators') : delimiter);
    document.getElementById('written').textContent = file === 'xlsx' ? text('A spreadsheet, its first sheet')
      : assumed ? `${csv}. ${text('The character set is assumed: look at names with accents or umlauts, and if they are wrong, save the file as CSV UTF-8.')}` : csv;
    showColumns(tried.columns);
    showRows(tried);
    const start = document.getElementById('start');
    start.hidden = tried.made + tried.joined === 0;
    start.textContent = text('Import {0}', rows(tried.made + tried.joined));
    trial.hidden = false;
    document.getElementById('verdict').focus();
  };

  const cell = (row, content) => {
    const place = document.createElement('td');
    place.append(content);
    row.append(place);
    return place;
  };

  const showColumns = (columns) => {
    const body = document.getElementById('columns');
    body.replaceChildren(...columns.map((column, i) => {
      const row = document.createElement('tr');
      cell(row, column.column || text('(no name)')).id = `column-${i}`;
      const select = document.createElement('select');
      select.setAttribute('aria-labelledby', `column-${i}`);
      select.dataset.column = column.column;
      select.dataset.was = column.field ?? '';
      select.dataset.by = column.by;
      select.append(new Option(text('left out'), ''));
      form.dataset[value('as')].split(' ').forEach((field) => select.append(new Option(label(field), field)));
      if (column.field && ![...select.options].some((option) => option.value === column.field)) select.append(new Option(column.field, column.field));
      select.value = column.field ?? '';
      cell(row, select);
      cell(row, BY[column.by] ?? column.by).className = 'pale';
      return row;
    }));
  };

  const becomes = (item) => {
    if (item.becomes === 'refused') return text('refused');
    if (item.becomes === 'new') return text('new lead');
    if (!item.joins) return text('the lead of row {0}', item.joinsRow);
    const link = document.createElement('a');
    link.href = `/leads/${encodeURIComponent(item.joins.id)}`;
    link.textContent = item.joins.email ?? text('known lead');
    return link;
  };

  const showRows = (tried) => {
    document.getElementById('some').textContent = tried.items.length < tried.rows ? text('Rows: the first {0}, the refused ones among them', tried.items.length) : text('Rows');
    const odd = tried.items.filter((item) => item.errors.length + item.warnings.length > 0);
    const plain = tried.items.filter((item) => item.errors.length + item.warnings.length === 0);
    document.getElementById('rows').replaceChildren(...[...odd, ...plain].map((item) => {
      const row = document.createElement('tr');
      cell(row, String(item.row));
      const state = cell(row, becomes(item));
      if (item.becomes === 'refused') state.className = 'late';
      const issues = [...item.errors, ...item.warnings];
      const place = cell(row, '');
      issues.forEach((issue) => {
        const line = document.createElement('span');
        line.className = 'part';
        line.textContent = issue.column ? `${issue.column}: ${issue.message}` : issue.message;
        place.append(line);
      });
      return row;
    }));
  };

  once(form, async () => {
    await look({});
    return false;
  });
  document.getElementById('again').addEventListener('click', () => look(mapping()));
  document.getElementById('start').addEventListener('click', async () => {
    clear(form);
    const response = await send(mapping(), false);
    if (!response?.ok) {
      await failed(response);
      return;
    }
    const { id } = await response.json();
    done(text('The import has begun.'), `/imports/${id}`);
  });
}
