// Gives ticked leads to somebody else, over the same API as every other client.
import { call, done, explain, once, say, told } from './api.js';
import { say as text } from './texts.js';

const form = document.getElementById('give');
const boxes = form ? [...form.querySelectorAll('[name="handoffs"]')] : [];
const all = document.getElementById('give-all');

const ticked = () => boxes.filter((box) => box.checked);

/** The button says how many. */
function count() {
  const n = ticked().length;
  document.getElementById('give-them').textContent = n ? (n === 1 ? text('Give 1 lead') : text('Give {0} leads', n)) : text('Give');
  all.checked = n === boxes.length;
}

/** One lead may owe two answers; it is given once. */
const chosen = () => [...new Set(ticked().map((box) => box.value))];

const given = (n) => (n === 1 ? text('1 lead has a new owner, who is told.') : text('{0} leads have new owners, who are told.', n));

async function send() {
  const handoffs = chosen();
  if (handoffs.length === 0) {
    say(form, text('Tick the leads that you want to give.'));
    return false;
  }
  const { rep, reason } = form.elements;
  const response = await call('POST', form.dataset.to, { handoffs, rep: rep.value || null, reason: reason.value.trim() });
  if (!response) {
    say(form, text('The server can’t be reached. Please try again.'));
    return false;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    explain(form, answer);
    return false;
  }
  const stay = [...new Set(answer.kept.map(({ why }) => why))];
  if (answer.moved.length === 0) {
    stay.forEach((why) => say(form, `${why}.`));
    return false;
  }
  const kept = answer.kept.length ? ` ${text('{0} stay: {1}.', answer.kept.length, stay.join('; '))}` : '';
  done(given(answer.moved.length) + kept);
  return true;
}

if (boxes.length) {
  // who was faster than this script has ticked it already
  if (all.checked) boxes.forEach((box) => { box.checked = true; });
  count();
  once(form, send);
  form.addEventListener('change', (event) => {
    if (event.target === all) boxes.forEach((box) => { box.checked = all.checked; });
    count();
  });
  form.querySelectorAll('[data-give]').forEach((button) => button.addEventListener('click', () => {
    boxes.forEach((box) => { box.checked = button.closest('li').contains(box); });
    count();
    form.elements.rep.focus();
  }));
}
told();
