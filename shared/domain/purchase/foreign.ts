import type { ForeignCustomerId, OrderId } from '../ids.ts';

/** No id of Shopify's has a letter or a colon in it, so none of another system ever meets one. */
const FOREIGN = 'foreign:';
const ID = /^[^\p{Cc}]{1,100}$/u;

/** How an order of the system that a shop used before is called here. */
export const foreignOrderId = (id: string): OrderId => `${FOREIGN}${id}` as OrderId;

/** What the other system calls it; null: it is no foreign id. */
export const bareForeignId = (id: string): string | null => (id.startsWith(FOREIGN) ? id.slice(FOREIGN.length) : null);

/** Reads the id of an order of another system; null when it is none. */
export function parseForeignOrderId(text: string): OrderId | null {
  return ID.test(bareForeignId(text) ?? '') ? (text as OrderId) : null;
}

/** Reads what another system calls a customer, any text of up to 100 characters; null when it is none. */
export const parseForeignCustomerId = (text: string): ForeignCustomerId | null =>
  ID.test(text) ? (text as ForeignCustomerId) : null;
