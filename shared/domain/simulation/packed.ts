type Numbers = Float64Array | Int32Array;

/** Numbers in a row, eight or four bytes each: half a million objects would be ten times as much. */
export type Packed = { readonly push: (value: number) => number; readonly at: (index: number) => number };

const ROOM = 64;

function createPacked(make: (length: number) => Numbers): Packed {
  let values = make(ROOM);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const more = make(length * 2);
        more.set(values);
        values = more;
      }
      values[length] = value;
      length += 1;
      return length - 1;
    },
    at: (index) => values[index] ?? 0,
  };
}

/** Whole numbers up to 2^31. */
export const packedSmall = (): Packed => createPacked((length) => new Int32Array(length));
/** Amounts, instants. */
export const packedLarge = (): Packed => createPacked((length) => new Float64Array(length));

/**
 * Indexes 0 … `count` − 1 grouped by `groupOf` (below `groups`): those of group g stand from `first[g]` on, in their
 * order.
 */
export function grouped(count: number, groups: number, groupOf: (index: number) => number) {
  const first = new Int32Array(groups + 1);
  for (let i = 0; i < count; i += 1) first[groupOf(i) + 1] = (first[groupOf(i) + 1] ?? 0) + 1;
  for (let g = 0; g < groups; g += 1) first[g + 1] = (first[g + 1] ?? 0) + (first[g] ?? 0);
  const next = first.slice();
  const members = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const g = groupOf(i);
    const place = next[g] ?? 0;
    members[place] = i;
    next[g] = place + 1;
  }
  return { first, members };
}

/** Sorts a group in place, equals in the order they had, where it is not sorted yet; mostly it is. */
export function sortGroup(
  members: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = from + 1; i < to; i += 1) {
    if (compare(members[i - 1] ?? 0, members[i] ?? 0) > 0) {
      members.subarray(from, to).sort(compare);
      return;
    }
  }
}
