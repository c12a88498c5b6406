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

const figure = (label, value, explained, href, className = '') => {
  const list = element('dl');
  const shown = element('dd', undefined, `figure ${className}`.trim());
  shown.append(link(value, href));
  list.append(element('dt', label), shown, element('dd', explained));
  return list;
};

const trend = days => {
  const list = element('ol', undefined, 'baton-trend');
  list.setAttribute('aria-label', 'SLA met, day by day');
  for (const day of days) {
    const said = `${day.day}: ${percent(day.compliance)} met, ${day.missed} missed`;
    const bar = link('', `/sla?from=${day.day}`);
    bar.style.height = `${Math.max(4, Math.round((day.compliance ?? 0) * 48))}px`;
    bar.title = said;
    bar.setAttribute('aria-label', said);
    const item = element('li');
    item.append(bar);
    list.append(item);
  }
  return list;
};

const funnelToday = (funnel, day) => {
  const said = ['mql', 'sal', 'sql', 'opportunity', 'customer']
    .map(stage => `${funnel[stage]} ${{ opportunity: 'opportunities', customer: 'customers' }[stage] ?? stage.toUpperCase()}`)
    .join(' · ');
  const line = element('p');
  line.append('Funnel today: ', link(said, `/funnel?basis=period&from=${day}`));
  return line;
};

const dashboard = async (node, { api }) => {
  const [today, incidents] = await Promise.all([
    figures(api, 'today'),
    engineRest(api, 'incident/count')
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
      percent(today.compliance),
      answered
        ? `${today.met} of ${answered} answers due by now, ${today.open} due later; ${yesterday}`
        : `No answer was due yet today, ${today.open} due later; ${yesterday}`,
      `/sla?from=${day}`
    ),
    figure(
      'Overdue now',
      String(today.overdue),
      today.overdue ? `${leads(today.overdue)} past their deadline` : 'nobody waits past a deadline',
      '/sla#overdue',
      today.overdue ? 'late' : ''
    ),
    figure(
      'At risk',
      String(today.atRisk),
      today.atRisk ? 'due soon and not answered' : 'nothing is due soon',
      '/sla#at-risk'
    ),
    figure(
      'Incidents',
      String(incidents?.count ?? '–'),
      incidents?.count ? 'processes that wait for a repair' : 'no process is stuck',
      '#/processes',
      incidents?.count ? 'late' : ''
    )
  );
  const history = element('div', undefined, 'baton-history');
  history.append(element('h4', 'SLA met in the last 14 days'), trend(today.trend), funnelToday(today.funnel, day));
  node.replaceChildren(element('h3', 'Handoffs today', 'section-title'), tile, history);
};

const isHandoff = processDefinitionId => processDefinitionId?.startsWith(`${PROCESS}:`);

// from how large a share of missed deadlines a step is warm, and from which it is hot
const heat = step => {
  const answered = step.met + step.missed;
  if (!answered) {
    return 'none';
  }
  const missed = step.missed / answered;
  return missed > 0.2 ? 'hot' : missed > 0.05 ? 'warm' : 'cool';
};

const overlay = step => {
  const badge = link('', `/sla?by=rep#${step.clock}`, `baton-step ${heat(step)}`);
  badge.append(
    element('strong', `${step.open} open`),
    element('span', step.overdue ? `${step.overdue} overdue` : 'none overdue', step.overdue ? 'late' : ''),
    element('span', step.open ? `wait ${hours(step.waitingHours)}` : 'nobody waits'),
    element('span', `${percent(step.compliance)} met`)
  );
  badge.title =
    'Over all versions. Wait: the median of the open ones. Met: of what was due in the last 30 days, up to now.';
  return badge;
};

const diagram = async (viewer, { api }) => {
  const standing = await figures(api, 'steps');
  const overlays = viewer.get('overlays');
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  for (const { clock, element: open, within } of STEPS) {
    const id = registry.get(within) ? within : open;
    const step = standing?.find(found => found.clock === clock);
    if (step && registry.get(id)) {
      canvas.addMarker(id, `baton-heat-${heat(step)}`);
      overlays.add(id, 'baton', { position: { top: -58, left: 0 }, html: overlay(step) });
    }
  }
};

const COLUMNS = [
  ['Step', step => step.name],
  ['Open', step => String(step.open)],
  ['Overdue', step => String(step.overdue)],
  ['Waiting (median)', step => hours(step.waitingHours)],
  ['SLA met, 30 days', step => `${percent(step.compliance)} (${step.met} of ${step.met + step.missed})`],
  ['Answer (median)', step => hours(step.p50Hours)],
  ['Answer (95 %)', step => hours(step.p95Hours)]
];

const sla = async (node, { api, processDefinitionId }) => {
  if (!isHandoff(processDefinitionId)) {
    node.replaceChildren(element('p', 'The SLA is that of the process lead-handoff.'));
    return;
  }
  const standing = (await figures(api, 'steps')) ?? [];
  const table = element('table', undefined, 'cam-table baton-sla');
  const head = element('tr');
  head.append(...COLUMNS.map(([title]) => element('th', title)));
  const rows = STEPS.map(known => ({ ...known, ...standing.find(step => step.clock === known.clock) }))
    .filter(step => step.open !== undefined)
    .map(step => {
      const row = element('tr', undefined, heat(step));
      row.append(...COLUMNS.map(([, say]) => element('td', say(step))));
      row.firstChild.replaceChildren(link(step.name, `/sla?by=rep#${step.clock}`));
      return row;
    });
  table.append(element('thead'), element('tbody'));
  table.tHead.append(head);
  table.tBodies[0].append(...rows);
  node.replaceChildren(table, element('p', 'Over all versions of the process.', 'baton-note'));
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
    priority: 20,
    ...refreshed(dashboard)
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
