// There is one login for everything. When the session is gone, or after a logout, Camunda shows a
// login form of its own, which is closed here: go to ours instead.
const leave = () => {
  if (location.hash.startsWith('#/login')) {
    watch.disconnect();
    location.replace('/login');
  }
};

// Camunda changes the address without an event, but never without changing the page.
const watch = new MutationObserver(leave);
watch.observe(document.body, { childList: true, subtree: true });
addEventListener('hashchange', leave);
leave();

export default [];
