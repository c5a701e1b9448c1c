// The admin around the app: shows the app's menu, follows where it goes, says what it wants said.
(() => {
  const frame = document.querySelector('iframe.app');
  const menu = document.querySelector('[data-app-menu]');
  const toasts = document.querySelector('[data-toasts]');
  const app = new URL(frame.src).origin;
  const home = document.querySelector('.admin-grid').dataset.home;

  const isOpen = (href, path) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));
  const showMenu = (links, path) => {
    const items = links.map(({ label, href }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${home}${href === '/' ? '' : href}`;
      link.textContent = label;
      link.dataset.path = href;
      if (isOpen(href, path)) link.setAttribute('aria-current', 'page');
      item.append(link);
      return item;
    });
    menu.replaceChildren(...items);
  };
  menu.addEventListener('click', (event) => {
    const path = event.target.closest('a')?.dataset.path;
    if (path === undefined || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    frame.contentWindow.postMessage({ kind: 'go', path }, app);
    frame.focus();
  });

  const showToast = ({ id, message, isError }) => {
    const toast = document.createElement('p');
    toast.className = isError ? 'toast bad' : 'toast';
    toast.id = `toast-${id}`;
    toast.textContent = message;
    toasts.append(toast);
    setTimeout(() => toast.remove(), 5000);
  };

  addEventListener('message', ({ origin, data }) => {
    if (origin !== app || data?.from !== 'app-bridge') return;
    if (data.kind === 'place') {
      if (data.links.length > 0) showMenu(data.links, data.path);
      history.replaceState(null, '', `${home}${data.path === '/' ? '' : data.path}`);
      if (data.title) document.title = `${data.title} · ${document.querySelector('.admin-grid').dataset.shop}`;
    }
    if (data.kind === 'toast') showToast(data);
    if (data.kind === 'toast-end') document.getElementById(`toast-${data.id}`)?.remove();
    if (data.kind === 'loading') document.body.classList.toggle('is-loading', data.isLoading);
  });
})();
