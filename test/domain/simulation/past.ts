import { createHistory } from '../../../shared/domain/simulation/gather-history.ts';
import type {
  History,
  PastGoodwill,
  PastLine,
  PastOrder,
  PastPlace,
} from '../../../shared/domain/simulation/history.ts';
import { pastId } from '../../../shared/domain/simulation/past-ids.ts';

/** An order as tests write it down; `customerId` null: nobody's. */
export type Told = Omit<PastOrder, 'orderId' | 'lines' | 'goodwill'> & {
  readonly orderId: string;
  readonly customerId: string | null;
  /** Nowhere known, unless said. */
  readonly place?: PastPlace;
  /** None, unless said. */
  readonly goodwill?: readonly PastGoodwill[];
  readonly lines: readonly (Omit<PastLine, 'lineId'> & { readonly lineId: string })[];
};

/** The history that these orders make, row by row: a line with several returns has a row for each. */
export function historyOf(orders: readonly Told[]): History {
  const history = createHistory(() => undefined);
  for (const { orderId, customerId, at, lines, place, goodwill = [] } of orders) {
    const { locationId, channel } = place ?? { locationId: null, channel: null };
    for (const { lineId, returns, ...line } of lines) {
      for (const returned of returns.length === 0 ? [null] : returns) {
        const ids = { orderId: pastId(orderId), customerId: customerId && pastId(customerId), lineId: pastId(lineId) };
        history.add({ ...line, ...ids, at, locationId, channel, returned });
      }
    }
    for (const given of goodwill) history.giveBack(pastId(orderId), given);
  }
  return history.end();
}
