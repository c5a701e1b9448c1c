import type { CustomerState } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { CustomerPageOf, CustomerQuery } from '../../app/ports/read-models.ts';
import { type CustomerDoc, decodeRow } from '../customer/customer.codec.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { direction, type Order, type Place, readPlace, writePlace } from './customer-order.ts';
import { searchPhrase, searchTokens } from './search-words.ts';

const LIVING: readonly CustomerState[] = ['entered', 'check', 'archived'];
/** How many customers one search looks at; more letters narrow it down. */
export const SEARCHED_MAX = 5000;

export const orderFields = {
  newest: 'createdAt',
  surname: 'surnameKey',
  spent: 'spentMinor',
  last_purchase: 'lastPurchaseAt',
} as const satisfies Readonly<Record<Order, keyof CustomerDoc>>;

const NOT_READ = { _id: 0, ownWords: 0, cardWords: 0, words: 0, lists: 0 } as const;

/** The lists of the customers asked for, each one stretch of an index: `entered:card`, `check:card` … */
function listsOf({ states, has }: CustomerQuery): readonly string[] {
  const named = states.length === 0 ? LIVING : states;
  return named.map((state) => (has === null ? state : `${state}:${has}`));
}

/** Words that begin so: from the beginning itself up to before anything that comes after all its continuations. */
export const beginsWith = (token: string) => ({ $elemMatch: { $gte: token, $lt: `${token}\uffff` } });

type Sort = Readonly<Record<string, 1 | -1>>;
type Stretch = { readonly query: object; readonly sort: Sort };

/** The same as a pattern: counted from the index alone, which `$elemMatch` is not. */
const begins = (token: string) => ({ $regex: `^${token.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&')}` });

const BY_WORDS = { shop: 1, words: 1 } as const;

const sortOf = (order: Order): Sort => ({ [orderFields[order]]: direction[order], customerId: direction[order] });

/**
 * What stands behind a place: first the others with the same key, then the further keys. Each is one stretch per list;
 * where the key is one, only the id may be asked to be sorted, or the database does not merge the lists but sorts them.
 */
function behind(order: Order, place: Place | null): readonly Stretch[] {
  const sort = sortOf(order);
  if (place === null) return [{ query: {}, sort }];
  const field = orderFields[order];
  const further = direction[order] === 1 ? '$gt' : '$lt';
  return [
    { query: { [field]: place.key, customerId: { [further]: place.id } }, sort: { customerId: direction[order] } },
    { query: { [field]: { [further]: place.key } }, sort },
  ];
}

/** The directory of customers: four orders, filters, search, pages that cost the same however far one leafs. */
export function createDirectory(customers: TenantCollection<CustomerDoc>) {
  const listed = async (shop: ShopId, query: CustomerQuery, place: Place | null, max: number) => {
    const lists = { $in: [...listsOf(query)] };
    const found: CustomerDoc[] = [];
    for (const stretch of behind(query.order, place)) {
      const limit = max - found.length;
      if (limit <= 0) break;
      const hint = { shop: 1, lists: 1, [orderFields[query.order]]: 1, customerId: 1 };
      const options = { sort: stretch.sort, limit, projection: NOT_READ, hint };
      found.push(...(await customers.find(shop, { lists, ...stretch.query }, options).toArray()));
    }
    return found;
  };
  // The rarest word; where even that one begins more words than are looked at, the words as they follow one another.
  const chooseFirst = async (shop: ShopId, tokens: readonly string[], search: string): Promise<string> => {
    if (tokens.length < 2) return tokens[0] ?? '';
    const options = { limit: SEARCHED_MAX + 1, hint: BY_WORDS };
    const counts = await Promise.all(tokens.map((token) => customers.count(shop, { words: begins(token) }, options)));
    const fewest = Math.min(...counts);
    return fewest > SEARCHED_MAX ? searchPhrase(search) : (tokens[counts.indexOf(fewest)] ?? '');
  };
  const searched = async (shop: ShopId, query: CustomerQuery, place: Place | null, max: number) => {
    const tokens = searchTokens(query.search);
    const first = await chooseFirst(shop, tokens, query.search);
    const further = { $or: behind(query.order, place).map((stretch) => stretch.query) };
    const fitting = [{ lists: { $in: [...listsOf(query)] } }, ...tokens.map((token) => ({ words: beginsWith(token) }))];
    const stages = [
      { $limit: SEARCHED_MAX },
      { $match: { $and: [...fitting, further] } },
      { $sort: sortOf(query.order) },
      { $limit: max },
      { $project: NOT_READ },
    ];
    return customers.aggregate<CustomerDoc>(shop, { words: beginsWith(first) }, stages, { hint: BY_WORDS });
  };
  return async (shop: ShopId, query: CustomerQuery): Promise<CustomerPageOf> => {
    const place = readPlace(query.order, query.after);
    const find = searchTokens(query.search).length > 0 ? searched : listed;
    const docs = await find(shop, query, place, query.max + 1);
    const page = docs.slice(0, query.max);
    const last = docs.length > query.max ? page.at(-1) : undefined;
    const nextAfter =
      last === undefined ? null : writePlace({ key: last[orderFields[query.order]], id: last.customerId });
    return { rows: page.map(decodeRow), nextAfter };
  };
}
