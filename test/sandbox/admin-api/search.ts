import { AdminRefusal } from './admin-context.ts';

/** The fields a list may be searched by, as comparable values; instants in milliseconds. */
export type SearchFields<T> = Readonly<Record<string, (each: T) => string | number | readonly string[] | null>>;

type Term = { readonly field: string; readonly sign: '' | '>' | '>=' | '<' | '<='; readonly value: string };

const TERM = /(\w+):(>=|<=|>|<)?(?:'([^']*)'|"([^"]*)"|([^\s()]+))|(\S+)/g;

/** Reads the part of Shopify's search language that we use: terms that must all hold. Anything else is refused. */
function readTerms(query: string): readonly Term[] {
  return [...query.matchAll(TERM)].flatMap((match): Term[] => {
    const [whole, field, sign, one, two, three] = match;
    if (whole.toUpperCase() === 'AND') return [];
    if (field === undefined) throw new AdminRefusal('BAD_REQUEST', `the sandbox cannot search for: ${whole}`);
    return [{ field, sign: (sign ?? '') as Term['sign'], value: one ?? two ?? three ?? '' }];
  });
}

/**
 * Whether a thing is among those searched for. Shopify passes over a field it does not know without a word; here it is
 * refused, since nobody means that.
 */
export function searchFor<T>(query: string | null | undefined, fields: SearchFields<T>): (each: T) => boolean {
  const terms = readTerms(query ?? '');
  for (const { field } of terms) {
    if (fields[field] === undefined) throw new AdminRefusal('BAD_REQUEST', `the sandbox cannot search by ${field}`);
  }
  return (each) => terms.every((term) => holds(fields[term.field]?.(each) ?? null, term));
}

function holds(is: string | number | readonly string[] | null, { sign, value }: Term): boolean {
  if (is === null) return false;
  if (typeof is === 'object') return is.some((one) => isSame(one, value));
  if (typeof is === 'string') return value.endsWith('*') ? hasWord(is, value.slice(0, -1)) : isSame(is, value);
  const asked = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (Number.isNaN(asked)) throw new AdminRefusal('BAD_REQUEST', `the sandbox cannot compare with ${value}`);
  if (sign === '>') return is > asked;
  if (sign === '>=') return is >= asked;
  if (sign === '<') return is < asked;
  return sign === '<=' ? is <= asked : is === asked;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** `norm*` finds texts with a word that begins so. */
const hasWord = (text: string, beginning: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .some((word) => word.startsWith(beginning.toLowerCase()));
