import { compareIds } from '../purchase/compare-ids.ts';
import type { PastId } from './history.ts';
import { packedLarge } from './packed.ts';

const DIGITS_MAX = 15;
const ZERO = 48;

/** Reads an id of digits alone as a number, as long as the number says all that the text does. */
export function pastId(text: string): PastId {
  const isPlain = text.length === 1 || (text.length <= DIGITS_MAX && text.charCodeAt(0) !== ZERO);
  if (!isPlain || text === '') return text;
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return text;
    value = value * 10 + digit;
  }
  return value;
}

/** Orders ids as `compareIds` does. */
export const comparePastIds = (a: PastId, b: PastId): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareIds(String(a), String(b));

export type PackedIds = { readonly push: (id: PastId) => number; readonly at: (index: number) => PastId };

/** Ids in a row; texts stand apart, and -1 and below says where. */
export function packedIds(): PackedIds {
  const numbers = packedLarge();
  const texts: string[] = [];
  return {
    push: (id) => numbers.push(typeof id === 'number' ? id : -texts.push(id)),
    at: (index) => {
      const id = numbers.at(index);
      return id < 0 ? (texts[-id - 1] ?? '') : id;
    },
  };
}

const ROOM = 64;
const FREE = -1;

/** Finds numbers again: open addressing over packed arrays, several times as quick as a Map of numbers this large. */
function createNumberIndex(): (id: number, next: number) => number {
  let ids = new Float64Array(ROOM).fill(FREE);
  let indexes = new Int32Array(ROOM);
  let count = 0;
  const placeOf = (id: number): number => {
    let place = (id ^ ((id / 4_294_967_296) | 0) ^ (id >>> 9)) & (ids.length - 1);
    while (ids[place] !== FREE && ids[place] !== id) place = (place + 1) & (ids.length - 1);
    return place;
  };
  const grow = (): void => {
    const [oldIds, oldIndexes] = [ids, indexes];
    ids = new Float64Array(oldIds.length * 2).fill(FREE);
    indexes = new Int32Array(ids.length);
    for (let i = 0; i < oldIds.length; i += 1) {
      const id = oldIds[i] ?? FREE;
      if (id === FREE) continue;
      const place = placeOf(id);
      ids[place] = id;
      indexes[place] = oldIndexes[i] ?? 0;
    }
  };
  return (id, next) => {
    const place = placeOf(id);
    if (ids[place] === id) return indexes[place] ?? 0;
    ids[place] = id;
    indexes[place] = next;
    count += 1;
    if (count * 2 > ids.length) grow();
    return next;
  };
}

export type PackedNames = {
  /** The index of an id, a new one for an id not seen before. */
  readonly indexOf: (id: PastId) => number;
  readonly at: (index: number) => PastId;
  readonly count: () => number;
};

/** Ids that come again and again, each kept once under an index of its own, counted from 0. */
export function packedNames(): PackedNames {
  const ids = packedIds();
  const numbers = createNumberIndex();
  const texts = new Map<string, number>();
  let count = 0;
  const find = (id: PastId): number => {
    if (typeof id === 'number') return numbers(id, count);
    const known = texts.get(id) ?? count;
    if (known === count) texts.set(id, count);
    return known;
  };
  return {
    indexOf: (id) => {
      const index = find(id);
      if (index === count) {
        ids.push(id);
        count += 1;
      }
      return index;
    },
    at: ids.at,
    count: () => count,
  };
}
