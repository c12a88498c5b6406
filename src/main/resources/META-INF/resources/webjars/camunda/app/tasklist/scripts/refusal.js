// When an answer is refused, Camunda says so in a corner. Say it above the button instead, with
// the labels that the person reads in the form.
let button;

const input = field =>
  document.querySelector(
    ['', '-0', '-date'].map(part => `.form-pane [id$="-${CSS.escape(field)}${part}"]`).join()
  );

const label = field =>
  input(field)
    ?.closest('.fjs-form-field')
    ?.querySelector('.fjs-form-field-label')
    ?.textContent.replace(/[*?]$/g, '');

// "value: say what the deal is worth; stage: …" is how our checks name what is wrong
const sentences = message =>
  message.split(/; (?=\w+: )/).map(sentence => {
    const [, field, text] = sentence.match(/^(\w+): (.*)$/s) ?? [];
    const name = field && label(field);
    return name ? `${name}: ${text}` : sentence;
  });

const clear = () => document.querySelector('.baton-refusal')?.remove();

const say = message => {
  clear();
  const refusal = document.createElement('div');
  refusal.className = 'baton-refusal alert alert-danger';
  refusal.setAttribute('role', 'alert');
  for (const sentence of sentences(message)) {
    const line = document.createElement('p');
    line.textContent = sentence;
    refusal.append(line);
  }
  button.closest('.form-actions').before(refusal);
  // what can be written is written next
  const [, field] = message.match(/^(\w+): /) ?? [];
  const text = field && input(field);
  if (text?.matches('textarea')) {
    text.focus({ preventScroll: true });
  }
  button.scrollIntoView({ block: 'end' });
};

document.addEventListener(
  'click',
  event => {
    button = event.target.closest('.form-pane .form-actions .btn-primary') ?? button;
    if (button?.contains(event.target)) {
      clear();
    }
  },
  true
);

new MutationObserver(() => {
  const notice = document.querySelector(
    '.page-notifications .alert-danger:not(.ng-hide):not(.baton-said)'
  );
  const message = notice?.querySelector('.message')?.textContent.trim();
  if (message && button?.isConnected) {
    notice.classList.add('baton-said');
    say(message);
  }
}).observe(document.querySelector('.page-notifications'), {
  childList: true,
  subtree: true,
  characterData: true
});

export default [];
