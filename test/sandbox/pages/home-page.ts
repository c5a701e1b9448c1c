import { type Html, html } from './html.ts';
import { document, type Link } from './layout.ts';
import type { PagesContext } from './pages-deps.ts';

/** The one page of links: for each shop who looks at it from where, and what Regulars itself offers. */
export function homePage({ world, app }: PagesContext): string {
  const shops = world.shops();
  const [only] = shops;
  return document({
    title: 'Regulars sandbox',
    path: '/',
    shop: shops.length === 1 && only !== undefined ? { id: only.domain, name: only.facts().name } : null,
    look: 'tool',
    body: html`<main class="wrap stack" id="content">
<div><h1>Regulars, without a Shopify account</h1>
<p class="lead">A small stand-in for Shopify runs on this machine, with Regulars installed in it. Open the doors
below side
by side: what happens behind one shows behind the others a moment later.</p></div>
${
  shops.length === 0
    ? html`<p class="card empty">There is no shop yet.</p>`
    : shops.map(({ domain, facts, orders }) => shopSection(domain, facts().name, orders().length, shops.length > 1))
}
<section class="card walk"><h2>A walk of five minutes</h2><ol>
<li>In the <strong>storefront</strong> put goods in the cart and type a card number (the admin lists them under
Cards). Prices and the reason change.</li>
<li>Pay. The shop tells Regulars by webhook; the confirmation is in the <strong>mailbox</strong>.</li>
<li>In the <strong>admin</strong> open the customer: the purchase, the new total, the level, and in the journal
why.</li>
<li>Under <strong>orders</strong> refund a line: the total falls, the level follows, the journal says so.</li>
<li>At the <strong>till</strong> scan a blank card and hand it over.</li></ol></section>
<p class="soft small">Regulars listens at <a href="${app.url}">${app.url}</a>. Everything here is kept on this
machine only.</p>
</main>`,
  });
}

function shopSection(domain: string, name: string, orders: number, isOneOfMany: boolean): Html {
  return html`<section aria-label="${name}">${
    isOneOfMany ? html`<h2>${name} <span class="soft small">${domain}</span></h2>` : ''
  }
<ul class="doors">${doors(domain, orders).map(
    ({ label, href, icon, words }) => html`<li><a class="card door" href="${href}">${icon}<strong>${label}</strong>
<span class="soft">${words}</span></a></li>`,
  )}</ul></section>`;
}

type Door = Link & { readonly icon: Html; readonly words: string };

const doors = (domain: string, orders: number): readonly Door[] => [
  {
    label: 'Merchant’s admin',
    href: `/admin/${domain}`,
    icon: icon('M4 20V9l8-5 8 5v11zM10 20v-6h4v6'),
    words: 'Regulars inside Shopify’s admin: customers, programs, cards, journal.',
  },
  {
    label: 'Storefront',
    href: `/shops/${domain}/`,
    icon: icon('M5 8h14l-1 12H6zM9 8V6a3 3 0 0 1 6 0v2'),
    words: 'The shop as its visitors see it, with the card number in the cart.',
  },
  {
    label: 'Till',
    href: `/shops/${domain}/till`,
    icon: icon('M4 10h16v10H4zM7 10V4h10v6M8 14h3M8 17h3M14 14h2M14 17h2'),
    words: 'A cashier’s screen: scan a card, hand one over, sell.',
  },
  {
    label: 'Mailbox',
    href: '/mailbox',
    icon: icon('M3 6h18v12H3zM3 7l9 7 9-7'),
    words: 'Every letter that the shop or the app sends.',
  },
  {
    label: 'Orders',
    href: `/shops/${domain}/orders`,
    icon: icon('M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6'),
    words: `${orders} in the shop’s books. Refund, cancel, edit or delete them.`,
  },
  {
    label: 'Webhooks',
    href: `/shops/${domain}/deliveries`,
    icon: icon('M4 12h12M12 7l5 5-5 5M20 5v14'),
    words: 'What the shop told the app, and ways to make it tell badly.',
  },
];

const icon = (path: string): Html =>
  html`<svg viewBox="0 0 24 24" width="36" height="36" aria-hidden="true" fill="none"
stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
