const PROCESS = 'lead-handoff';

// which clock runs on which step of the diagram, closed in which sub-process, and how people call it
const STEPS = [
  { clock: 'route', element: 'assignOwner', within: 'routeLead', name: 'Assign owner' },
  { clock: 'review', element: 'reviewLead', name: 'Review lead' },
  { clock: 'qualification', element: 'qualifyLead', name: 'Qualify lead' },
  { clock: 'first_touch', element: 'makeFirstTouch', name: 'Make first touch' },
  { clock: 'opportunity', element: 'openOpportunity', name: 'Open opportunity' }
];

const EVERY_MINUTE = 60_000;

// Diagram plugins are handed the wrong engine; the address has the right one.
const engine = () => location.pathname.match(/\/app\/cockpit\/([^/]+)/)?.[1] ?? 'default';

const ask = async path => {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : undefined;
};

const engineRest = (api, path) => ask(`${api.engineApi.replace(/[^/]+$/, engine())}/${path}`);

const figures = (api, name) => ask(`${api.cockpitApi}/plugin/baton/${engine()}/${name}`);

// Text comes in by textContent only: what a plugin shows must never become markup.
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
};

const link = (text, href, className) => {
  const made = element('a', text, className);
  made.href = href;
  return made;
};

const percent = share => (share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`);

const hours = value => {
  if (value === null || value === undefined) {
    return '–';
  }
  if (value < 1) {
    return `${Math.round(value * 60)} min`;
  }
  return value < 48 ? `${Math.round(value)} h` : `${Math.round(value / 24)} days`;
};

// Designers see figures, and neither the pages behind them nor a lead.
let viewer;
const readsLeads = async api => {
  viewer ??= figures(api, 'viewer');
  return Boolean((await viewer)?.readsLeads);
};

const linkIf = (may, text, href, className) =>
  may ? link(text, href, className) : element('span', text, className);

const leads = count => (count === 1 ? '1 lead' : `${count} leads`);

/** Draws what it is given, and again every minute until it is taken away. */
const refreshed = draw => {
  let timer;
  return {
    render: (node, scope) => {
      const again = () => draw(node, scope);
      again();
      timer = setInterval(again, EVERY_MINUTE);
    },
    unmount: () => clearInterval(timer)
  };
};

const figure = (label, value, explained, className = '') => {
  const list = element('dl');
  const shown = element('dd', undefined, `figure ${className}`.trim());
  shown.append(value);
  list.append(element('dt', label), shown, element('dd', explained));
  return list;
};

const HEIGHT = 60;

const height = share => `${Math.round((share ?? 0) * HEIGHT)}px`;

const dayOf = day => new Date(`${day}T12:00:00`);

const trend = (days, target, may) => {
  const chart = element('div', undefined, 'baton-trend');
  for (const share of [1, 0.5, 0]) {
    const tick = element('span', percent(share), 'tick');
    tick.style.bottom = height(share);
    chart.append(tick);
  }
  const line = element('span', `target ${target} %`, 'target');
  line.style.bottom = height(target / 100);
  const list = element('ol');
  list.setAttribute('aria-label', `SLA met, day by day; the target is ${target} %`);
  days.forEach(({ day, compliance, met, missed }, at) => {
    const due = met + missed;
    const said = due ? `${day}: ${percent(compliance)} met (${met} of ${due})` : `${day}: nothing was due`;
    const bar = linkIf(may, '', `/sla?from=${day}`, due ? 'bar' : 'bar none');
    bar.style.height = due ? `max(2px, ${height(compliance)})` : '2px';
    bar.title = said;
    bar.setAttribute('aria-label', said);
    if (!may) {
      bar.setAttribute('role', 'img');
    }
    const date = dayOf(day);
    const month = at === 0 || date.getDate() === 1;
    const options = month ? { day: 'numeric', month: 'short' } : { day: 'numeric' };
    const item = element('li');
    item.append(bar, element('span', date.toLocaleDateString('en-GB', options), 'day'));
    list.append(item);
  });
  chart.append(line, list);
  return chart;
};

const funnelToday = (funnel, day, may) => {
  const said = ['mql', 'sal', 'sql', 'opportunity', 'customer']
    .map(stage => `${funnel[stage]} ${{ opportunity: 'opportunities', customer: 'customers' }[stage] ?? stage.toUpperCase()}`)
    .join(' · ');
  const line = element('p');
  line.append('Funnel today: ', linkIf(may, said, `/funnel?basis=period&from=${day}`));
  return line;
};

const dashboard = async (node, { api }) => {
  const [today, incidents, may] = await Promise.all([
    figures(api, 'today'),
    engineRest(api, 'incident/count'),
    readsLeads(api)
  ]);
  if (!today) {
    return;
  }
  const answered = today.met + today.missed;
  const yesterday = `yesterday ${percent(today.trend.at(-2).compliance)}`;
  const day = today.trend.at(-1).day;
  const tile = element('div', undefined, 'baton-today');
  tile.append(
    figure(
      'SLA met today',
      linkIf(may, percent(today.compliance), `/sla?from=${day}`),
      answered
        ? `${today.met} of ${answered} answers due by now, ${today.open} due later; ${yesterday}`
        : `No answer was due yet today, ${today.open} due later; ${yesterday}`
    ),
    figure(
      'Overdue now',
      linkIf(may, String(today.overdue), '/sla#overdue'),
      today.overdue ? `${leads(today.overdue)} past their deadline` : 'nobody waits past a deadline',
      today.overdue ? 'late' : ''
    ),
    figure(
      'At risk',
      linkIf(may, String(today.atRisk), '/sla#at-risk'),
      today.atRisk ? 'due soon and not answered' : 'nothing is due soon'
    ),
    figure(
      'Incidents',
      link(String(incidents?.count ?? '–'), '#/processes'),
      incidents?.count ? 'processes that wait for a repair' : 'no process is stuck',
      incidents?.count ? 'late' : ''
    )
  );
  const history = element('div', undefined, 'baton-history');
  history.append(
    element('h4', 'SLA met in the last 14 days'),
    trend(today.trend, today.target, may),
    funnelToday(today.funnel, day, may)
  );
  node.replaceChildren(element('h3', 'Handoffs today', 'section-title'), tile, history);
};

const isHandoff = processDefinitionId => processDefinitionId?.startsWith(`${PROCESS}:`);

const met = step => (step.met + step.missed ? step.met / (step.met + step.missed) : undefined);

// so far below its target, in points of a hundred, a step is warm; further below it is hot
const WARM = 10;

const heat = step => {
  const below = step.target - met(step) * 100;
  return Number.isNaN(below) ? 'none' : below > WARM ? 'hot' : below > 0 ? 'warm' : 'cool';
};

const HEAT = `green: the target is met; amber: up to ${WARM} points below it; red: further below`;

const overlay = (step, may) => {
  const badge = linkIf(may, '', `/sla?by=rep#${step.clock}`, `baton-step ${heat(step)}`);
  badge.append(
    element('strong', `${step.open} open`),
    element('span', step.overdue ? `${step.overdue} overdue` : 'none overdue', step.overdue ? 'late' : ''),
    element('span', step.open ? `wait ${hours(step.waitingHours)}` : 'nobody waits'),
    element('span', `${percent(met(step))} of ${step.target} % met`)
  );
  badge.title =
    `Over all versions. Wait: the median of the open ones. Met: of what was due in the last 30 days, up to now (${HEAT}).`;
  return badge;
};

const diagram = async (viewer, { api }) => {
  const [standing, may] = await Promise.all([figures(api, 'steps'), readsLeads(api)]);
  const overlays = viewer.get('overlays');
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  for (const { clock, element: open, within } of STEPS) {
    const id = registry.get(within) ? within : open;
    const step = standing?.find(found => found.clock === clock);
    if (step && registry.get(id)) {
      canvas.addMarker(id, `baton-heat-${heat(step)}`);
      overlays.add(id, 'baton', { position: { top: -58, left: 0 }, html: overlay(step, may) });
    }
  }
};

const COLUMNS = [
  ['Step', step => step.name],
  ['Open', step => String(step.open)],
  ['Overdue', step => String(step.overdue)],
  ['Waiting (median)', step => hours(step.waitingHours)],
  ['SLA met, 30 days', step => `${percent(met(step))} (${step.met} of ${step.met + step.missed})`],
  ['Target', step => `${step.target} %`],
  ['Answer (median)', step => hours(step.p50Hours)],
  ['Answer (95 %)', step => hours(step.p95Hours)]
];

const sla = async (node, { api, processDefinitionId }) => {
  if (!isHandoff(processDefinitionId)) {
    node.replaceChildren(element('p', 'The SLA is that of the process lead-handoff.'));
    return;
  }
  const [answer, may] = await Promise.all([figures(api, 'steps'), readsLeads(api)]);
  const standing = answer ?? [];
  const table = element('table', undefined, 'cam-table baton-sla');
  const head = element('tr');
  head.append(...COLUMNS.map(([title]) => element('th', title)));
  const rows = STEPS.map(known => ({ ...known, ...standing.find(step => step.clock === known.clock) }))
    .filter(step => step.open !== undefined)
    .map(step => {
      const row = element('tr', undefined, heat(step));
      row.append(...COLUMNS.map(([, say]) => element('td', say(step))));
      row.firstChild.replaceChildren(linkIf(may, step.name, `/sla?by=rep#${step.clock}`));
      return row;
    });
  table.append(element('thead'), element('tbody'));
  table.tHead.append(head);
  table.tBodies[0].append(...rows);
  node.replaceChildren(table, element('p', `Over all versions of the process; ${HEAT}.`, 'baton-note'));
};

const STATES = {
  ROUTING: 'Assign owner',
  REVIEW: 'Review lead',
  QUALIFICATION: 'Qualify lead',
  FIRST_TOUCH: 'Make first touch',
  OPPORTUNITY: 'Deal'
};

const instant = at => (at ? new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) : '–');

const processOf = (definition, handoffId) => {
  const search = [{ type: 'PIbusinessKey', operator: 'eq', value: handoffId, name: '' }];
  return `#/process-definition/${definition}/runtime?searchQuery=${encodeURIComponent(JSON.stringify(search))}`;
};

const people = (caption, titles, rows, cells) => {
  const table = element('table', undefined, 'cam-table baton-leads');
  const head = element('tr');
  head.append(...titles.map(title => element('th', title)));
  table.append(element('caption', rows.length ? caption : `${caption}: none`), element('thead'), element('tbody'));
  table.tHead.append(head);
  for (const row of rows) {
    const line = element('tr');
    for (const cell of cells(row)) {
      const shown = element('td');
      shown.append(cell);
      line.append(shown);
    }
    table.tBodies[0].append(line);
  }
  return table;
};

const who = row => link(row.person ?? 'Somebody without a name', `/leads/${encodeURIComponent(row.leadId)}`);

const leadsTab = async (node, { api, processDefinitionId }) => {
  if (!isHandoff(processDefinitionId)) {
    node.replaceChildren(element('p', 'The leads are those of the process lead-handoff.'));
    return;
  }
  const found = (await readsLeads(api)) && (await figures(api, 'leads'));
  if (!found) {
    node.replaceChildren(element('p', 'You see figures here, but no lead.'));
    return;
  }
  node.replaceChildren(
    people('In work, the soonest due first', ['Lead', 'Company', 'Step', 'Owner', 'Due', ''], found.open, row => [
      who(row),
      row.company ?? '–',
      STATES[row.state] ?? row.state,
      row.owner ?? 'nobody yet',
      instant(row.at),
      link('Its process', processOf(processDefinitionId, row.handoffId))
    ]),
    people('Ended, the latest first', ['Lead', 'Company', 'How', 'Owner', 'When', ''], found.ended, row => [
      who(row),
      row.company ?? '–',
      row.state,
      row.owner ?? 'nobody',
      instant(row.at),
      link('Its story', `/leads/${encodeURIComponent(row.leadId)}`)
    ]),
    element('p', 'At most 50 of each, over all versions of the process.', 'baton-note')
  );
};

const lead = async (node, { api, processInstanceId }) => {
  const variable = await engineRest(
    api,
    `process-instance/${processInstanceId}/variables/leadId`
  );
  if (!variable?.value) {
    node.replaceChildren(element('p', 'This process carries no lead.'));
    return;
  }
  const page = `/leads/${encodeURIComponent(variable.value)}`;
  const card = await fetch(`${page}/card?story=true`);
  if (!card.ok) {
    node.replaceChildren(element('p', 'You see figures here, but no lead.'));
    return;
  }
  const frame = element('iframe', undefined, 'baton-lead');
  frame.title = 'Lead';
  // scripts would be ours to run: never allow them together with our origin
  frame.setAttribute('sandbox', 'allow-same-origin allow-popups');
  frame.src = `${page}/card?story=true`;
  node.replaceChildren(frame);
};

export default [
  {
    id: 'baton.today',
    pluginPoint: 'cockpit.dashboard',
    // before Cockpit's own
    priority: 1000,
    ...refreshed(dashboard)
  },
  {
    id: 'baton.leads',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    // behind Cockpit's own tabs, of which the first stays open
    priority: -5,
    properties: { label: 'Leads' },
    ...refreshed(leadsTab)
  },
  {
    id: 'baton.sla',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    // behind Cockpit's own tabs, of which the first stays open
    priority: -10,
    properties: { label: 'SLA' },
    ...refreshed(sla)
  },
  {
    id: 'baton.heat',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 20,
    render: (viewer, scope) => {
      if (isHandoff(scope.processDefinitionId)) {
        diagram(viewer, scope);
      }
    },
    unmount: () => {}
  },
  {
    id: 'baton.lead',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    // behind Cockpit's own tabs, of which the first stays open
    priority: -10,
    properties: { label: 'Lead' },
    render: (node, scope) => {
      lead(node, scope);
    },
    unmount: () => {}
  }
];
