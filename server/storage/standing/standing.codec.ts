import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { StoredStanding } from '../../app/ports/standing-store.ts';
import { type CustomerStandingDoc, decodeCustomerStanding } from './customer-standing.codec.ts';

/** `changesAt`: the first instant at which time alone changes one of the standings; absent: none will. */
export type StandingDoc = Omit<StoredStanding, 'standing'> & {
  readonly shop: ShopId;
  readonly standing: CustomerStandingDoc;
  readonly changesAt?: Instant;
};

export function encodeStanding(stored: StoredStanding): Omit<StandingDoc, 'shop'> {
  const { customerId, sequence, standing } = stored;
  const instants = standing.standings.map((one) => one.changesAt).filter((at) => at !== null);
  return { customerId, sequence, standing, ...(instants.length > 0 ? { changesAt: Math.min(...instants) } : {}) };
}

export const decodeStanding = ({ customerId, sequence, standing }: StandingDoc): StoredStanding => ({
  customerId,
  sequence,
  standing: decodeCustomerStanding(standing),
});
