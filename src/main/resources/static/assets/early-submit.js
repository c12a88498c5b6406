// A form that a script sends may be submitted before that script has come; it is sent as soon as it has.

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('action') || 'sender' in form.dataset) return;
  event.preventDefault();
  form.early = { submitter: event.submitter };
}, true);
