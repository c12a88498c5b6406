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

const figure = (label, value, explained, className = '') => {
  const list = element('dl');
  list.append(
    element('dt', label),
    element('dd', value, `figure ${className}`.trim()),
    element('dd', explained)
  );
  return list;
};

const show = (node, today) => {
  const answered = today.met + today.missed;
  const tile = element('div', undefined, 'baton-today');
  tile.append(
    figure(
      'Kept today',
      answered ? `${Math.round(today.compliance * 100)} %` : '–',
      answered
        ? `${today.met} of ${answered} promises due today, ${today.open} still open`
        : `No promise was due yet today, ${today.open} still open`
    ),
    figure(
      'Overdue now',
      String(today.overdue),
      today.overdue ? 'leads wait past their deadline' : 'nobody waits past a deadline',
      today.overdue ? 'late' : ''
    )
  );
  node.replaceChildren(element('h3', 'Handoffs today', 'section-title'), tile);
};

let timer;

export default [
  {
    id: 'baton.today',
    pluginPoint: 'cockpit.dashboard',
    priority: 20,
    render: (node, { api }) => {
      const ask = async () => {
        const answer = await fetch(`${api.cockpitApi}/plugin/baton/${api.engine}/today`, {
          headers: { Accept: 'application/json' }
        });
        if (answer.ok) {
          show(node, await answer.json());
        }
      };
      ask();
      timer = setInterval(ask, 60_000);
    },
    unmount: () => clearInterval(timer)
  }
];
