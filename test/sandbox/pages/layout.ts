import { type Html, html } from './html.ts';

export type Link = { readonly label: string; readonly href: string };

export type Page = {
  readonly title: string;
  readonly body: Html;
  /** The shop whose pages the bar leads to; null on pages of no shop. */
  readonly shop: ShopOfPage | null;
  readonly path: string;
  /** Marks the page's look in the stylesheet: shop, till, admin or tool. */
  readonly look: string;
  readonly scripts?: readonly string[];
  /** Goes into the head before any script, e.g. what a theme says about itself. */
  readonly head?: Html;
};

export type ShopOfPage = { readonly id: string; readonly name: string };

/** Where the bar of a shop's pages leads. */
export function barLinks(shop: ShopOfPage | null): readonly Link[] {
  if (shop === null) return [{ label: 'Mailbox', href: '/mailbox' }];
  return [
    { label: 'Admin', href: `/admin/${shop.id}` },
    { label: 'Storefront', href: `/shops/${shop.id}/` },
    { label: 'Till', href: `/shops/${shop.id}/till` },
    { label: 'Orders', href: `/shops/${shop.id}/orders` },
    { label: 'Webhooks', href: `/shops/${shop.id}/deliveries` },
    { label: 'Mailbox', href: '/mailbox' },
  ];
}

/** A whole document with the sandbox's bar above it. */
export function document(page: Page): string {
  const { title, body, look, head, scripts = [] } = page;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/assets/sandbox.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/sandbox.css">
<link rel="stylesheet" href="/assets/storefront.css">
<link rel="stylesheet" href="/assets/tools.css">
${head}
${scripts.map((src) => html`<script src="${src}" defer></script>\n`)}
</head>
<body class="${look}">
<a class="skip hidden" href="#content">Skip to the content</a>
${bar(page)}
${body}
</body>
</html>
`.markup;
}

function bar({ shop, path }: Page): Html {
  const links = [{ label: 'All pages', href: '/' }, ...barLinks(shop)];
  return html`<nav class="bar" aria-label="Sandbox"><div class="wrap">
<strong>Sandbox</strong>
${links.map(({ label, href }) => {
  const isHere = href === '/' ? path === '/' : path === href || path.startsWith(href.replace(/\/?$/, '/'));
  return html`<a href="${href}"${
    isHere && isDeepest(href, links, path)
      ? html`
aria-current="page"`
      : ''
  }>${label}</a>`;
})}
</div></nav>`;
}

/** The storefront's address is the beginning of the till's; only the longest one that fits is "here". */
function isDeepest(href: string, links: readonly Link[], path: string): boolean {
  return !links.some((link) => link.href.length > href.length && path.startsWith(link.href));
}
