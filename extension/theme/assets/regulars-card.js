// The field of the card number on the storefront. A typed number goes to the app through the shop's app proxy; what
// comes back is a signed statement for the cart's attribute, which the discount Function checks by itself.
(() => {
  const root = () => window.Shopify?.routes?.root ?? '/';

  const post = (path, body) =>
    fetch(`${root()}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });

  /** Something that stays the same for this tab, so that one who guesses can be told from the others. */
  const session = () => {
    try {
      const known = sessionStorage.getItem('regulars') ?? crypto.randomUUID();
      sessionStorage.setItem('regulars', known);
      return known;
    } catch {
      return '';
    }
  };

  /** Tells the theme, which may show the cart anew by itself; otherwise the page is loaded again. */
  const cartChanged = () => {
    const event = new CustomEvent('regulars:cart-changed', { cancelable: true });
    if (document.dispatchEvent(event)) location.reload();
  };

  const setStatement = async (statement) => {
    const response = await post('cart/update.js', { attributes: { _regulars: statement } });
    if (!response.ok) throw new Error('the cart did not take it');
  };

  const percentText = (bp) => `${bp / 100} %`;

  const acceptedText = ({ dataset }, discountBp, rewards) => {
    const percent = dataset.accepted.replace('{percent}', percentText(discountBp));
    if (!rewards) return discountBp > 0 ? percent : dataset.on;
    const counted = dataset.rewards
      .replace('{progress}', rewards.progress)
      .replace('{after}', rewards.after)
      .replace('{ready}', rewards.ready);
    return discountBp > 0 ? `${percent} ${counted}` : counted;
  };

  /** A friend's card welcomes whoever is new; a card may also be the shopper's own, or nobody may be signed in yet. */
  const welcomeText = ({ dataset }, { welcome, discountBp }, accepted) => {
    if (!welcome) return accepted;
    if (welcome.kind === 'given') return dataset.welcome.replace('{percent}', percentText(discountBp));
    if (welcome.kind === 'yours') return `${dataset.yours} ${accepted}`;
    return `${accepted} ${dataset.signIn.replace('{percent}', percentText(welcome.welcomeBp))}`;
  };

  const setUp = (form) => {
    const { input, remove, said } = {
      input: form.querySelector('input'),
      remove: form.querySelector('[data-remove]'),
      said: form.querySelector('[data-said]'),
    };
    const say = (text) => {
      said.textContent = text;
    };
    const show = (isOn) => {
      remove.hidden = !isOn;
    };
    const busy = async (work) => {
      form.setAttribute('aria-busy', 'true');
      try {
        await work();
      } catch {
        say(form.dataset.failed);
      }
      form.removeAttribute('aria-busy');
    };

    const use = async () => {
      const response = await post('apps/regulars/card', { number: input.value, session: session() });
      if (response.status === 429) return say(form.dataset.limited);
      if (!response.ok) return say(form.dataset.failed);
      const answer = await response.json();
      const { accepted, statement, discountBp, rewards } = answer;
      if (!accepted) return say(form.dataset.notAccepted);
      await setStatement(statement);
      input.value = '';
      show(true);
      say(welcomeText(form, answer, acceptedText(form, discountBp, rewards)));
      cartChanged();
    };

    const takeOff = async () => {
      await setStatement('');
      show(false);
      say(form.dataset.removed);
      input.focus();
      cartChanged();
    };

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.value.trim() !== '' && !form.hasAttribute('aria-busy')) void busy(use);
    });
    remove.addEventListener('click', () => void busy(takeOff));
    if ('isOn' in form.dataset) {
      show(true);
      say(form.dataset.on);
    }
  };

  const setUpAll = () => {
    for (const form of document.querySelectorAll('[data-regulars-card]:not([data-ready])')) {
      form.dataset.ready = '';
      setUp(form);
    }
  };
  setUpAll();
  // The theme editor puts sections in and out without loading the page.
  document.addEventListener('shopify:section:load', setUpAll);
})();
