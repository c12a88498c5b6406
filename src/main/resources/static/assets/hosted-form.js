// The hosted form within a page of the website: tells that page its height, and asks it before sending who the visitor is.

const PATIENCE = 400;
const form = document.querySelector('form');
const tell = (message) => parent.postMessage(message, '*');

if (parent !== window) {
  new ResizeObserver(() => tell({ baton: 'height', height: document.documentElement.offsetHeight })).observe(document.documentElement);
  if (!form) tell({ baton: 'sent' });
}

function send(event) {
  if (parent === window) return;
  event.preventDefault();
  form.removeEventListener('submit', send);
  const go = () => {
    clearTimeout(waiting);
    form.submit();
  };
  const waiting = setTimeout(go, PATIENCE);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.baton !== 'visitor') return;
    for (const field of ['visitor', 'source', 'campaign', 'page']) form.elements[field].value = data[field] ?? '';
    go();
  });
  tell({ baton: 'who' });
}

form?.addEventListener('submit', send);
