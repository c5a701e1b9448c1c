import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerQuery } from '../../app/ports/read-models.ts';
import { plainText } from './search-words.ts';

export type Order = CustomerQuery['order'];

/** Behind every name in any alphabet: who has none comes last. */
const NAMELESS = '\uFFFD';
const KEY_MAX = 80;

/** What the order by surname compares: surname, first name, patronymic; without accents, small. */
export function surnameKey({ surname, firstName, patronymic }: Customer): string {
  const key = [surname, firstName, patronymic].map((name) => plainText(name ?? '').trim()).join(' ');
  return key.trim() === '' ? NAMELESS : key.trim().slice(0, KEY_MAX);
}

/** By surname from A, everything else from the highest; the id decides between equals, in the same direction. */
export const direction: Readonly<Record<Order, 1 | -1>> = { newest: -1, surname: 1, spent: -1, last_purchase: -1 };

/** Where a page ended: the value the list is ordered by, and the id of the last customer. */
export type Place = { readonly key: string | number; readonly id: string };

export const writePlace = ({ key, id }: Place): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Reads a place of a list in this order; null when it is none, which begins the list again. */
export function readPlace(order: Order, after: string | null): Place | null {
  if (after === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return null;
    const [key, id]: readonly unknown[] = read;
    const fits = typeof key === (order === 'surname' ? 'string' : 'number');
    return fits && typeof id === 'string' ? { key: key as Place['key'], id } : null;
  } catch {
    return null;
  }
}
