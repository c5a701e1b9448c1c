import { type AdminContext, AdminRefusal } from './admin-context.ts';

export type PageArgs = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
};

/** What a list is sorted by; with the id behind it nothing is passed over or told twice when things change. */
export type SortOf<T> = (each: T) => number | string;

type Place = { readonly last_id: number; readonly last_value: number | string };

const PAGE_MAX = 250;

const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64');

function readCursor(text: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64').toString());
    if (typeof place === 'object' && place !== null && 'last_id' in place) return place as Place;
  } catch {
    // No JSON either.
  }
  throw new AdminRefusal('BAD_REQUEST', `Invalid cursor for current pagination sort.`);
}

const compare = (a: Place, b: Place): number =>
  a.last_value === b.last_value ? a.last_id - b.last_id : a.last_value < b.last_value ? -1 : 1;

/**
 * A page of things that have an id. `isRoot`: right below the query, where a bulk operation reads slice by slice;
 * inside one no page size is needed.
 */
export function connection<T extends { readonly id: number }>(
  { slice }: AdminContext,
  things: readonly T[],
  args: PageArgs,
  sortOf: SortOf<T> = ({ id }) => id,
  isRoot = false,
) {
  const place = (node: T) => ({ node, place: { last_id: node.id, last_value: sortOf(node) } });
  if (slice !== null) {
    // As they stand in the books, so that slices fit together without sorting everything for each.
    const part = isRoot ? things.slice(slice.from, slice.from + slice.count) : things;
    return pageOf(part.map(place), false, false);
  }
  const placed = things.map(place).sort((a, b) => compare(a.place, b.place));
  if (args.reverse === true) placed.reverse();
  const size = sizeOf(args);
  const direction = args.reverse === true ? -1 : 1;
  const after = args.after == null ? null : readCursor(args.after);
  const before = args.before == null ? null : readCursor(args.before);
  const open = placed.filter(
    ({ place: at }) =>
      (after === null || compare(at, after) * direction > 0) &&
      (before === null || compare(at, before) * direction < 0),
  );
  const isFromStart = args.first != null;
  const page = isFromStart ? open.slice(0, size) : open.slice(-size);
  const isCut = open.length > page.length;
  return pageOf(page, isFromStart ? isCut : before !== null, isFromStart ? after !== null : isCut);
}

function sizeOf({ first, last }: PageArgs): number {
  const size = first ?? last;
  if (size == null) throw new AdminRefusal('BAD_REQUEST', 'you must provide one of first or last');
  if (size < 0 || size > PAGE_MAX) {
    throw new AdminRefusal('BAD_REQUEST', `The page size ${size} is not between 0 and ${PAGE_MAX}.`);
  }
  return size;
}

type Placed<T> = { readonly node: T; readonly place: Place };

function pageOf<T>(page: readonly Placed<T>[], hasNextPage: boolean, hasPreviousPage: boolean) {
  const edges = page.map(({ node, place }) => ({ node, cursor: writeCursor(place) }));
  const pageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes: page.map(({ node }) => node), pageInfo };
}
