// The theme's own script: changes of the cart show at once, whoever made them. Without it every form still works.
(() => {
  const root = window.Shopify.routes.root;
  const parts = () => document.querySelector('[data-cart-parts]');

  // Puts lines and totals anew into the page; what had the focus has it afterwards.
  const refresh = async () => {
    const cart = await (await plainFetch(`${root}cart.js`)).json();
    for (const count of document.querySelectorAll('[data-cart-count]')) count.textContent = String(cart.item_count);
    if (parts() === null) return;
    if (cart.item_count === 0) return location.reload();
    const focus = document.activeElement?.closest('[data-cart-parts] .line')?.querySelector('[name=id]')?.value;
    const name = document.activeElement?.name;
    parts().innerHTML = await (await plainFetch(`${root}cart?view=parts`)).text();
    const line = document.querySelector(`[data-cart-parts] [name=id][value="${CSS.escape(focus ?? '')}"]`);
    if (name) line?.closest('.line').querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
  };

  // Any script of the page may change the cart, as an app's block does: the theme looks at every such call.
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const response = await plainFetch(resource, options);
    const url = new URL(typeof resource === 'string' ? resource : (resource.url ?? String(resource)), location.href);
    const isChange = url.pathname.startsWith(`${root}cart/`) && (options?.method ?? 'GET').toUpperCase() !== 'GET';
    if (isChange && response.ok) await refresh();
    return response;
  };

  // The card's block asks the theme to show the cart anew; that has been done by then.
  addEventListener('regulars:cart-changed', (event) => event.preventDefault(), true);

  addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLElement) || !field.matches('[data-submit]')) return;
    if (field.closest('[data-cart-parts]') === null) return field.form.requestSubmit();
    const body = JSON.stringify({ id: field.form.elements.id.value, quantity: field.value || '0' });
    void fetch(`${root}cart/change.js`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  });

  // Checkout shows the sum of the delivery chosen.
  addEventListener('change', (event) => {
    if (event.target.name !== 'way') return;
    for (const sum of document.querySelectorAll('[data-way]')) sum.hidden = sum.dataset.way !== event.target.value;
  });
})();
