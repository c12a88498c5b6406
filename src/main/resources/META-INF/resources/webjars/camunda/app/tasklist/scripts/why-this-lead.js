// A form links to the lead's card, because what is on it must not stand in process variables. Here
// the link unfolds into the card itself; without this script it stays a link.
const CARD = /^\/leads\/[\w-]+\/card$/;

const unfold = link => {
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin || !CARD.test(url.pathname)) {
    return;
  }
  const frame = document.createElement('iframe');
  frame.className = 'baton-card';
  frame.title = link.textContent;
  // scripts would be ours to run: never allow them together with our origin
  frame.setAttribute('sandbox', 'allow-same-origin allow-popups');
  frame.src = url.pathname;
  frame.addEventListener('load', () => fit(frame));
  link.replaceWith(frame);
};

const fit = frame => {
  const page = frame.contentDocument?.documentElement;
  if (page) {
    new ResizeObserver(() => {
      frame.style.height = `${page.offsetHeight + 2}px`;
    }).observe(page);
  }
};

const unfoldAll = () =>
  document.querySelectorAll('.fjs-container a[href^="/leads/"]').forEach(unfold);

new MutationObserver(unfoldAll).observe(document.body, { childList: true, subtree: true });
unfoldAll();

export default [];
