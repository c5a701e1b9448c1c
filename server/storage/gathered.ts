import { setImmediate as sameMoment } from 'node:timers/promises';
import type { ShopId } from '../../shared/domain/ids.ts';

const TOGETHER_MAX = 100;
/** A call that hangs, on a database that has just gone, holds up those behind it no longer than this. */
const PATIENCE_MS = 500;

type Asked<V> = {
  readonly answer: Promise<V | null>;
  readonly tell: (value: V | null) => void;
  readonly fail: (error: unknown) => void;
};

/** What waits behind the question that is under way. */
type Lane<K, V> = Map<K, Asked<V>>;

/**
 * Asks at once for what many ask for one by one. What is asked at one moment goes together (whoever was answered
 * together, asks the next thing together); what is asked while a question of the shop is under way goes with the next:
 * the more there is to do, the longer an answer takes, and the more gather behind it. So a calm shop waits for nothing,
 * and a busy one costs a call for many. Whoever asks is answered by a question that was put after they asked.
 */
export function gathered<K, V>(
  askMany: (shop: ShopId, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  patienceMs = PATIENCE_MS,
): (shop: ShopId, key: K) => Promise<V | null> {
  const lanes = new Map<ShopId, Lane<K, V>>();
  const ask = async (shop: ShopId, waiting: Lane<K, V>): Promise<void> => {
    const together = [...waiting].slice(0, TOGETHER_MAX);
    for (const [key] of together) waiting.delete(key);
    try {
      const keys = together.map(([key]) => key);
      const found = await askMany(shop, keys);
      for (const [key, { tell }] of together) tell(found.get(key) ?? null);
    } catch (error) {
      for (const [, { fail }] of together) fail(error);
    }
  };
  const work = async (shop: ShopId, lane: Lane<K, V>): Promise<void> => {
    while (lane.size > 0) {
      await sameMoment();
      await orSoon(ask(shop, lane), patienceMs);
    }
    lanes.delete(shop);
  };
  return (shop, key) => {
    const lane = lanes.get(shop) ?? new Map<K, Asked<V>>();
    const asked = lane.get(key) ?? asking<V>();
    lane.set(key, asked);
    if (!lanes.has(shop)) {
      lanes.set(shop, lane);
      void work(shop, lane);
    }
    return asked.answer;
  };
}

/** Comes true with the answer, or a little later without it. */
function orSoon(answered: Promise<void>, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    void answered.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * The same for writes: each goes once, also where two say the same, and is answered by what came of it. `writeMany`
 * answers in the order in which it was given them.
 */
export function gatheredWrites<T, V>(
  writeMany: (shop: ShopId, many: readonly T[]) => Promise<readonly V[]>,
): (shop: ShopId, one: T) => Promise<V> {
  const write = gathered<{ readonly one: T }, { readonly outcome: V }>(async (shop, boxes) => {
    const given = boxes.map(({ one }) => one);
    const outcomes = await writeMany(shop, given);
    return new Map(boxes.flatMap((box, i) => outcomes.slice(i, i + 1).map((outcome) => [box, { outcome }])));
  });
  return async (shop, one) => {
    const written = await write(shop, { one });
    if (written === null) throw new Error('a write was not answered');
    return written.outcome;
  };
}

function asking<V>(): Asked<V> {
  let tell: Asked<V>['tell'] = () => undefined;
  let fail: Asked<V>['fail'] = () => undefined;
  const answer = new Promise<V | null>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  return { answer, tell, fail };
}
