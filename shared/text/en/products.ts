import type { ProductStatus } from '../../contract/product.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

/** Said only of products that are not simply on sale. */
const statuses: Readonly<Record<ProductStatus, string>> = {
  active: '',
  draft: 'Draft',
  archived: 'Archived',
  unlisted: 'Unlisted',
};

/** Choosing products of the shop, and those that were chosen. */
export const products = {
  choose: (max: number) => (max === 1 ? 'Choose a product' : 'Choose products'),
  chosen: (count: number, max: number) => `${plural(count, { one: '# product', other: '# products' })}, at most ${max}`,
  nothingChosen: (max: number) => `No product chosen yet, at most ${max}`,
  list: (label: string) => `${label}: chosen products`,
  remove: (title: string) => `Remove ${title}`,
  removed: (title: string) => `${title} was removed`,
  numbered: (id: string) => `Product ${id}`,
  gone: 'Deleted in Shopify',
  goneHelp: 'It can no longer be bought; what was bought of it before stays as it was.',
  statuses,
  priceRange: (from: string, to: string) => `${from} – ${to}`,
  dialog: {
    search: 'Search products',
    placeholder: 'Words of the title',
    found: 'Products found',
    confirm: 'Use these products',
    count: (count: number, max: number) => `${count} of at most ${max} chosen`,
    full: (max: number) => `At most ${max} products: take one out to choose another.`,
    nothingFound: (search: string) => `No product with a word beginning like “${search}”.`,
    noProducts: 'This shop has no products yet.',
  },
};
