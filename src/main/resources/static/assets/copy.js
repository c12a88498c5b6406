// Copies an address or a number with one click; without this script the buttons aren't there.

import { say } from './texts.js';

const SAID = 1500;

document.documentElement.classList.add('copies');
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button.copy');
  if (!button) return;
  const label = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy).then(
    () => { button.textContent = say('Copied'); },
    () => { button.textContent = say('Not allowed'); },
  );
  setTimeout(() => { button.textContent = label; }, SAID);
});
