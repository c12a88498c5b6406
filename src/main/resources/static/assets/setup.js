// Skips from one step of setting up to the next one.
for (const skip of document.querySelectorAll('[data-next]')) {
  skip.addEventListener('click', () => {
    const next = document.getElementById(skip.dataset.next);
    skip.closest('details').open = false;
    next.open = true;
    next.querySelector('summary').focus();
  });
}
