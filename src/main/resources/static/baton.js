// Baton on your website: page views and forms, once the visitor has agreed; before that nothing is kept or sent.
// <script src="https://baton.acme.example/baton.js" data-source="website" data-pages="/pricing=pricing_page_view /product/*=product_page_view" defer></script>
(() => {
  const me = document.currentScript;
  const { source, pages = '', consent } = me.dataset;
  const to = new URL(`/web/${source}`, me.src).href;
  const KEY = 'baton';
  const LEAD = ['email', 'firstName', 'lastName', 'name', 'company', 'jobTitle', 'phone', 'country', 'companySize', 'industry'];
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
  const rules = pages.trim().split(/\s+/).filter(Boolean).map((rule) => rule.split('='));
  const ids = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('');
  let visit = read();
  let seen;

  const campaign = () => {
    const said = new URLSearchParams(location.search);
    return { source: said.get('utm_source') || undefined, campaign: said.get('utm_campaign') || undefined };
  };

  const kind = (path) => rules.find(([rule]) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule))?.[1] ?? 'page_view';

  function send(type, lead, properties) {
    if (!visit) return;
    const text = JSON.stringify({
      id: ids(), type, occurredAt: new Date().toISOString(), ...visit.from,
      lead: { ...lead, visitorId: visit.visitor },
      properties: { page: location.pathname, ...properties },
    });
    if (!navigator.sendBeacon?.(to, text)) fetch(to, { method: 'POST', body: text, keepalive: true, mode: 'no-cors' }).catch(() => {});
  }

  function page() {
    if (!visit || seen === location.href) return;
    seen = location.href;
    const from = campaign();
    if (from.source || from.campaign) {
      visit.from = from;
      localStorage.setItem(KEY, JSON.stringify(visit));
    }
    send(kind(location.pathname));
  }

  addEventListener('submit', ({ target }) => {
    if (!target.matches('form[data-baton]')) return;
    const lead = {};
    const properties = { form: target.id || target.name || location.pathname };
    for (const { name, type, value } of target.elements) {
      const field = name.replace(/[_-](\w)/g, (all, letter) => letter.toUpperCase());
      if (!value || type === 'password') continue;
      if (LEAD.includes(field)) lead[field] = value;
      else if (field === 'message') properties.message = value;
    }
    send(target.dataset.baton || 'form_submitted', lead, properties);
  }, true);

  function agree(yes) {
    if (yes) {
      visit ??= { visitor: ids(), from: {} };
      localStorage.setItem(KEY, JSON.stringify(visit));
      page();
    } else {
      visit = null;
      localStorage.removeItem(KEY);
    }
  }

  window.baton = { consent: agree, page };
  if (consent === 'given') agree(true);
  else page();
})();
