// A stand-in for Shopify's App Bridge: the few things that Regulars uses, told by the sandbox. It runs in the app's page.
(() => {
  const script = document.currentScript;
  const sandbox = new URL(script.src).origin;
  const embedded = window.top !== window.self;
  const params = new URLSearchParams(location.search);
  const shop = params.get('shop') ?? sessionStorage.getItem('sandbox-shop') ?? '';
  sessionStorage.setItem('sandbox-shop', shop);
  const say = (message) => {
    if (embedded) window.parent.postMessage({ from: 'app-bridge', ...message }, sandbox);
  };

  const idToken = async () => {
    const response = await fetch(`${sandbox}/session-token?shop=${encodeURIComponent(shop)}`);
    if (!response.ok) throw new Error(`The sandbox gave no session token (${response.status}).`);
    return response.text();
  };

  const shown = new Map();
  const toast = {
    show: (message, options = {}) => {
      const id = String(shown.size + 1);
      shown.set(id, message);
      say({ kind: 'toast', id, message: String(message), isError: options.isError === true });
      return id;
    },
    hide: (id) => say({ kind: 'toast-end', id }),
  };

  const nothing = async () => undefined;
  window.shopify = {
    config: { apiKey: script.dataset.apiKey, shop, locale: navigator.language, host: params.get('host') ?? '' },
    environment: { embedded, mobile: false, pos: false },
    idToken,
    toast,
    loading: (isLoading) => say({ kind: 'loading', isLoading: isLoading !== false }),
    saveBar: { show: nothing, hide: nothing, toggle: nothing, leaveConfirmation: nothing },
    scopes: { query: async () => ({ granted: [], required: [], optional: [] }) },
    app: { extensions: async () => [] },
    user: nothing,
  };

  // As with the real one, the declared menu itself is not seen in the page.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('s-app-nav { display: none; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  // The menu of the admin shows the links that the app's page declares in <s-app-nav>, and says which one is open.
  let told = '';
  const tell = () => {
    const links = [...document.querySelectorAll('s-app-nav s-link')].map((link) => ({
      label: link.textContent ?? '',
      href: link.getAttribute('href') ?? '/',
    }));
    const now = JSON.stringify([links, location.pathname, document.title]);
    if (now === told) return;
    told = now;
    say({ kind: 'place', links, path: location.pathname, title: document.title });
  };
  new MutationObserver(tell).observe(document, { childList: true, subtree: true, characterData: true });
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name].bind(history);
    history[name] = (...given) => {
      original(...given);
      tell();
    };
  }
  addEventListener('popstate', tell);
  addEventListener('DOMContentLoaded', tell);
  addEventListener('message', (event) => {
    if (event.origin !== sandbox || event.data?.kind !== 'go') return;
    const path = String(event.data.path);
    if (!path.startsWith('/') || path.startsWith('//')) return;
    history.pushState(null, '', path + location.search);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  });
})();
