// A rep answers a lead without the mouse: yes or no, a reason by its number, done, and the next lead
// opens. Letters count only outside of text fields, and whoever doesn't want them turns them off.
const OFF = 'baton.keys.off';
const HELP = [
  ['Y', 'yes'],
  ['N', 'no'],
  ['1–9', 'reason'],
  ['Ctrl+Enter', 'complete'],
  ['J', 'next lead'],
  ['K', 'lead before']
];

const one = selector => document.querySelector(selector);
const lines = () => [...document.querySelectorAll('.tasks-list li.task')];
const current = () => lines().findIndex(line => line.classList.contains('active'));
const open = line => line?.querySelector('h4.task a')?.click();
const isOff = () => localStorage.getItem(OFF) !== null;

const isTyping = field =>
  field.isContentEditable ||
  (/^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName) &&
    !['radio', 'checkbox', 'button', 'submit'].includes(field.type) &&
    !field.classList.contains('fjs-select-hidden-input'));

// the drop-downs of a form listen to the mouse button itself
const press = element => {
  for (const type of ['mousedown', 'mouseup', 'click']) {
    element?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  }
};

// a form draws what an answer reveals a moment later
const soon = act => setTimeout(act, 100);

const reasons = () => [...document.querySelectorAll('.form-pane .fjs-dropdownlist-item')];

const showReasons = () => {
  if (!reasons().length) {
    press(one('.form-pane [id$="-reason-display"]'));
  }
};

// the question of a form is its choice between yes, which stands first, and no
const answer = index => {
  const choice = document.querySelectorAll('.form-pane .fjs-form-field-radio input')[index];
  choice?.click();
  choice?.focus();
  if (choice && index === 1) {
    soon(showReasons);
  }
};

const pick = number => {
  showReasons();
  soon(() => press(reasons()[number - 1]));
};

const complete = () => {
  // the text a person has just typed reaches the form when its field is left
  document.activeElement?.blur();
  soon(() => one('.form-pane .form-actions .btn-primary:not([disabled])')?.click());
};

const LETTERS = {
  y: () => answer(0),
  n: () => answer(1),
  j: () => open(lines()[current() + 1]),
  k: () => open(lines()[current() - 1])
};

const hear = event => {
  if (isOff() || !one('.tasks-list')) {
    return;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
    event.preventDefault();
    event.stopPropagation();
    complete();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }
  const act = /^[1-9]$/.test(event.key) ? () => pick(Number(event.key)) : LETTERS[event.key];
  if (act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
};

// Once a lead is answered its line goes, and the one that stood behind it opens.
let behind;
document.addEventListener(
  'click',
  event => {
    if (event.target.closest('.form-pane .form-actions .btn-primary')) {
      const at = current();
      behind = lines()
        .slice(at + 1)
        .map(line => line.querySelector('h4.task a')?.hash);
      behind.answered = lines()[at]?.querySelector('h4.task a')?.hash;
    }
  },
  true
);

const goOn = () => {
  const there = new Map(lines().map(line => [line.querySelector('h4.task a')?.hash, line]));
  if (!behind || current() >= 0 || there.has(behind.answered) || one('.baton-refusal')) {
    return;
  }
  const next = behind.find(hash => there.has(hash));
  behind = undefined;
  open(there.get(next));
};

const help = () => {
  const pane = one('.form-pane:has(.fjs-form)');
  if (!pane || one('.baton-keys')) {
    return;
  }
  const line = document.createElement('p');
  line.className = 'baton-keys';
  const turn = document.createElement('button');
  turn.type = 'button';
  turn.textContent = isOff() ? 'Answer with keys' : 'Turn keys off';
  turn.addEventListener('click', () => {
    isOff() ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '');
    line.remove();
  });
  if (!isOff()) {
    for (const [key, does] of HELP) {
      const name = document.createElement('kbd');
      name.textContent = key;
      line.append(name, ` ${does} `);
    }
  }
  line.append(" ", turn);
  pane.prepend(line);
};

// the card is a page of its own, and who has clicked on it wants the keys to go on working
const listen = () =>
  document.querySelectorAll('iframe.baton-card:not(.baton-heard)').forEach(frame => {
    frame.classList.add('baton-heard');
    frame.addEventListener('load', () => frame.contentDocument?.addEventListener('keydown', hear));
  });

// before the form hears them: an open drop-down takes Enter for itself
document.addEventListener('keydown', hear, true);
new MutationObserver(() => {
  goOn();
  help();
  listen();
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });

export default [];
