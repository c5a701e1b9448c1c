import type { ShopId, VariantId } from '../../../shared/domain/ids.ts';
import { createHistory } from '../../../shared/domain/simulation/gather-history.ts';
import type { History } from '../../../shared/domain/simulation/history.ts';
import { addOwnPurchase } from '../../../shared/domain/simulation/own-past.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { type Summary, summaryOf } from '../../../shared/domain/simulation/summary.ts';
import type { Asked, Progress } from '../ports/simulation-store.ts';
import type { Simulator, Watch } from '../ports/simulator.ts';
import type { Stores } from '../ports/stores.ts';

export type PastStores = {
  readonly purchases: Pick<Stores['purchases'], 'past' | 'countPast'>;
  readonly costs: Pick<Stores['costs'], 'all'>;
};

const WHOLE_BP = 10_000;
/** Reading takes most of the time. */
const READING_BP = 7000;

const part = (of: number, done: number, whole: number): number =>
  whole === 0 ? of : Math.floor(of * Math.min(1, done / whole));

async function readCosts({ costs }: PastStores, shop: ShopId): Promise<ReadonlyMap<VariantId, number>> {
  const known = new Map<VariantId, number>();
  for await (const batch of costs.all(shop)) {
    for (const { variantId, costMinor } of batch) known.set(variantId, costMinor);
  }
  return known;
}

/** The shop's own past as a history (decision 0068). */
async function readPast(stores: PastStores, shop: ShopId, asked: Asked, { tell, signal }: Watch): Promise<History> {
  const { from, before, owedCounts } = asked;
  const costs = await readCosts(stores, shop);
  const how = { terms: { owedCounts }, before, costOf: (variant: VariantId) => costs.get(variant) ?? null };
  const orders = await stores.purchases.countPast(shop, { from, before }, Number.MAX_SAFE_INTEGER);
  // Facts of one order never contradict one another.
  const history = createHistory(() => undefined);
  let done = 0;
  for await (const batch of stores.purchases.past(shop, { from, before })) {
    signal.throwIfAborted();
    for (const { purchase, customerId } of batch) addOwnPurchase(history, purchase, customerId, how);
    done += batch.length;
    tell({ stage: 'reading', doneBp: part(READING_BP, done, orders) });
  }
  return history.end();
}

/** Reads the past once, however many programs are run over it; each is summed up before the next begins. */
export function createSimulatePast(stores: PastStores): Simulator {
  return async (shop, asked, watch) => {
    const history = await readPast(stores, shop, asked, watch);
    const { programs, marginBp } = asked;
    const each = (WHOLE_BP - READING_BP) / programs.length;
    const results: Summary[] = [];
    for (const { program } of programs) {
      const begunBp = READING_BP + Math.floor(results.length * each);
      const tell = (done: number, of: number): void => {
        watch.signal.throwIfAborted();
        const progress: Progress = { stage: 'walking', doneBp: begunBp + part(each, done, of) };
        watch.tell(progress);
      };
      results.push(summaryOf(program, simulate(program, history, { mode: 'with_program', marginBp, tell })));
    }
    return results;
  };
}
