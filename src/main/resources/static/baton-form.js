// Baton's form on your website: a frame that is as high as what stands in it, where this script stands.
// <script src="https://baton.acme.example/baton-form.js" data-source="website" data-type="demo_requested"></script>
(() => {
  const me = document.currentScript;
  const { source, type = 'form_submitted', title = 'Contact form' } = me.dataset;
  const address = new URL(`/forms/${source}?type=${encodeURIComponent(type)}`, me.src);
  const frame = Object.assign(document.createElement('iframe'), { src: address.href, title });
  frame.style.cssText = 'width: 100%; height: 36rem; border: 0';
  me.after(frame);

  // What baton.js keeps once the visitor has agreed, and what the address of this page says.
  function visitor() {
    let visit;
    try { visit = JSON.parse(localStorage.getItem('baton')); } catch { /* nothing may be kept here */ }
    const said = new URLSearchParams(location.search);
    const now = said.has('utm_source') || said.has('utm_campaign');
    return {
      baton: 'visitor',
      visitor: visit?.visitor,
      source: now ? said.get('utm_source') : visit?.from?.source,
      campaign: now ? said.get('utm_campaign') : visit?.from?.campaign,
      page: location.pathname,
    };
  }

  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const { baton, height } = event.data ?? {};
    if (baton === 'height' && height > 0) frame.style.height = `${Math.ceil(height)}px`;
    if (baton === 'who') frame.contentWindow.postMessage(visitor(), address.origin);
    if (baton === 'sent') dispatchEvent(new CustomEvent('baton:sent', { detail: { source, type } }));
  });
})();
