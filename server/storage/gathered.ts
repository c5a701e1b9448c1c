import type { ShopId } from '../../shared/domain/ids.ts';

/** One is on its way while the answer to the other is read. */
const UNDER_WAY_MAX = 2;
const TOGETHER_MAX = 100;

type Asked<V> = {
  readonly answer: Promise<V | null>;
  readonly tell: (value: V | null) => void;
  readonly fail: (error: unknown) => void;
};

type Lane<K, V> = { readonly waiting: Map<K, Asked<V>>; underWay: number };

/**
 * Asks at once for what many ask for one by one. The first goes alone and at once; what is asked while two questions of
 * the shop are under way goes together with the next. So a calm shop waits for nothing, and a busy one costs a call for
 * many. Whoever asks is answered by a question that was put after they asked.
 */
export function gathered<K, V>(
  askMany: (shop: ShopId, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (shop: ShopId, key: K) => Promise<V | null> {
  const lanes = new Map<ShopId, Lane<K, V>>();
  const ask = async (shop: ShopId, { waiting }: Lane<K, V>): Promise<void> => {
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
    lane.underWay += 1;
    while (lane.waiting.size > 0) await ask(shop, lane);
    lane.underWay -= 1;
    if (lane.underWay === 0) lanes.delete(shop);
  };
  return (shop, key) => {
    const lane = lanes.get(shop) ?? { waiting: new Map(), underWay: 0 };
    lanes.set(shop, lane);
    const asked = lane.waiting.get(key) ?? asking<V>();
    lane.waiting.set(key, asked);
    if (lane.underWay < UNDER_WAY_MAX) void work(shop, lane);
    return asked.answer;
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
