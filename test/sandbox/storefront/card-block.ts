import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Html, html, trusted } from '../pages/html.ts';
import type { Cart } from './cart.ts';
import { defaultSettings, renderLiquid } from './liquid.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'extension', 'theme');

type Texts = { readonly [key: string]: string | Texts };

/** The block of the card number, rendered from the theme extension's own Liquid, texts and assets. */
export async function cardBlockOf(cart: Cart): Promise<Html> {
  const [template, texts] = await Promise.all([
    readFile(join(folder, 'blocks', 'card-number.liquid'), 'utf8'),
    readFile(join(folder, 'locales', 'en.default.json'), 'utf8'),
  ]);
  const attributes = Object.fromEntries(cart.attributes.map(({ name, value }) => [name, value]));
  const markup = renderLiquid(template, {
    values: {
      block: { id: 'sandbox', settings: defaultSettings(template) },
      cart: { attributes },
      customer: cart.customerId,
    },
    filters: {
      t: (key) => textOf(JSON.parse(texts) as Texts, key),
      asset_url: (name) => `/assets/theme/${name}`,
      stylesheet_tag: (address) => html`<link rel="stylesheet" href="${address}">`.markup,
    },
  });
  return trusted(markup);
}

function textOf(texts: Texts, key: string): string {
  const found = key.split('.').reduce<string | Texts | undefined>((at, name) => {
    return typeof at === 'object' ? at[name] : undefined;
  }, texts);
  if (typeof found !== 'string') throw new Error(`the theme extension has no text ${key}`);
  return found;
}
