// Rewards that may be used once: the app says which codes the holder of the card (or whoever logged in) has, the best
// one is put into the cart by itself, and another one or none is a touch away. Shopify takes each code a single time.
(() => {
  const OURS = /^REG(-[2-9A-Z]{4}){4}$/i;
  const CHOICE = 'regulars-reward';
  const NONE = 'none';
  const root = () => window.Shopify?.routes?.root ?? '/';

  const post = (path, body) =>
    fetch(`${root()}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });

  /** What the shopper chose in this tab: a code, none at all, or nothing, so that the best one is taken. */
  const chosen = () => {
    try {
      return sessionStorage.getItem(CHOICE);
    } catch {
      return null;
    }
  };
  const choose = (choice) => {
    try {
      sessionStorage.setItem(CHOICE, choice);
    } catch {
      // A browser that keeps nothing has the best reward taken each time.
    }
  };

  const lineOf = (item) => ({
    id: item.key,
    quantity: item.quantity,
    amountMinor: item.original_line_price,
    productId: String(item.product_id),
    isGiftCard: item.gift_card,
  });

  /** Of the codes in the cart others stay as they are, and of ours there is at most one. */
  const putIn = async (cart, code) => {
    const codes = (cart.discount_codes ?? []).map((each) => each.code);
    const others = codes.filter((each) => !OURS.test(each));
    const wanted = code === null ? others : [...others, code];
    if (wanted.join() === codes.join()) return;
    const response = await post('cart/update.js', { discount: wanted.join() });
    if (!response.ok) throw new Error('the cart did not take it');
    const event = new CustomEvent('regulars:cart-changed', { cancelable: true });
    if (document.dispatchEvent(event)) location.reload();
  };

  const wordsOf = ({ dataset }, { gives }) => {
    if (gives.kind === 'percent') return dataset.percent.replace('{percent}', `${gives.discountBp / 100} %`);
    return dataset.gift.replace('{gift}', gives.title ?? dataset.aGift);
  };

  const setUp = (box) => {
    const list = box.querySelector('[data-list]');
    const said = box.querySelector('[data-said]');
    let isBusy = false;
    let isAsked = false;

    const show = (rewards, used) => {
      box.hidden = rewards.length === 0;
      const rows = rewards.map((reward) => {
        const row = document.createElement('li');
        const words = document.createElement('span');
        words.textContent = wordsOf(box, reward);
        row.append(words);
        const isUsed = reward.code === used;
        if (isUsed || reward.worthMinor > 0) {
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'button';
          button.textContent = isUsed ? box.dataset.keep : box.dataset.use;
          button.setAttribute('aria-label', `${button.textContent}: ${words.textContent}`);
          button.addEventListener('click', () => {
            choose(isUsed ? NONE : reward.code);
            void refresh(isUsed ? box.dataset.kept : box.dataset.used);
          });
          row.append(button);
        } else {
          const hint = document.createElement('small');
          hint.textContent = reward.gives.kind === 'gift' ? box.dataset.missing : box.dataset.less;
          row.append(hint);
        }
        if (isUsed) row.dataset.isUsed = '';
        return row;
      });
      list.replaceChildren(...rows);
    };

    const look = async () => {
      const cart = await (await fetch(`${root()}cart.js`)).json();
      const statement = cart.attributes?._regulars ?? null;
      if (cart.items.length === 0 || (!statement && !('isCustomer' in box.dataset))) return show([], null);
      const response = await post('apps/regulars/rewards', { statement, lines: cart.items.map(lineOf) });
      if (!response.ok) return;
      const { rewards, best } = await response.json();
      const choice = chosen();
      const isThere = rewards.some(({ code, worthMinor }) => code === choice && worthMinor > 0);
      const code = choice === NONE ? null : isThere ? choice : best;
      await putIn(cart, code);
      show(rewards, code);
    };

    const refresh = async (words) => {
      // What changes while we ask is looked at once more afterwards.
      isAsked = true;
      if (isBusy) return;
      isBusy = true;
      box.setAttribute('aria-busy', 'true');
      try {
        while (isAsked) {
          isAsked = false;
          await look();
        }
        if (typeof words === 'string') said.textContent = words;
      } catch {
        said.textContent = box.dataset.failed;
      }
      isBusy = false;
      box.removeAttribute('aria-busy');
    };

    void refresh();
    document.addEventListener('regulars:cart-changed', () => void refresh());
    // Whatever script of the theme changed the cart, the browser has seen the call.
    new PerformanceObserver((seen) => {
      if (seen.getEntries().some(({ name }) => /\/cart\/(add|change|clear)(\.js|\?|$)/.test(name))) void refresh();
    }).observe({ type: 'resource' });
  };

  const setUpAll = () => {
    for (const box of document.querySelectorAll('[data-regulars-rewards]:not([data-ready])')) {
      box.dataset.ready = '';
      setUp(box);
    }
  };
  setUpAll();
  document.addEventListener('shopify:section:load', setUpAll);
})();
