import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { stillNames } from '../../../shared/domain/offer/redeemed.ts';
import { CODE_BYTES, makeRewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { NewCode, StoredCode } from '../ports/code-store.ts';
import type { Stores } from '../ports/stores.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/** What a customer may use now; nobody's: nothing. */
export type Owed = { readonly customerId: CustomerId; readonly standing: CustomerStanding | null };

export const offersOf = (standing: CustomerStanding | null): readonly Offer[] =>
  (standing?.standings ?? []).flatMap(({ takesPart, offers }) => (takesPart ? (offers ?? []) : []));

const isOf = (code: StoredCode, offer: Offer): boolean =>
  code.programId === offer.programId && code.offerId === offer.id;

/** A code that is to be used or may be. */
export const isStanding = ({ state, orders }: StoredCode): boolean =>
  orders.length === 0 && state !== 'unwanted' && state !== 'gone';

/** The newest code of an offer; null: it never had one. */
export function newestOf(codes: readonly StoredCode[], offer: Offer): StoredCode | null {
  let newest: StoredCode | null = null;
  for (const code of codes) {
    if (isOf(code, offer) && code.generation > (newest?.generation ?? 0)) newest = code;
  }
  return newest;
}

/** Whether an order that is not paid yet named the code: it will have been used when the money comes in. */
async function isHeld({ purchases }: Stores, shop: ShopId, { code, orders }: StoredCode): Promise<boolean> {
  for (const orderId of orders) {
    const purchase = await purchases.find(shop, orderId);
    const isOwed = purchase?.snapshot?.state === 'owed' && purchase.snapshot.cancelledAt === null;
    if (purchase !== null && isOwed && stillNames(purchase, code)) return true;
  }
  return false;
}

/**
 * Brings the codes of some customers of a shop up to what they are owed (rules 2.8): a reward without a code that may
 * be used gets one, of the next generation where the last was used or taken back; a code whose reward is no more is to
 * be taken back. A reward that an unpaid order holds gets none until that is cancelled. The same again changes nothing.
 */
export function createSettleCodes({ stores, clock, chance }: Pick<UseCaseDeps, 'stores' | 'clock' | 'chance'>) {
  const { codes } = stores;
  return async (shop: ShopId, many: readonly Owed[]): Promise<void> => {
    const known = await codes.ofCustomers(
      shop,
      many.map(({ customerId }) => customerId),
    );
    const wanted: NewCode[] = [];
    const unwanted: StoredCode[] = [];
    for (const { customerId, standing } of many) {
      const theirs = known.filter((code) => code.customerId === customerId);
      const offers = offersOf(standing);
      for (const offer of offers) {
        const newest = newestOf(theirs, offer);
        if (newest !== null && (isStanding(newest) || (await isHeld(stores, shop, newest)))) continue;
        const { programId, id: offerId, marks, gives } = offer;
        const code = makeRewardCode(chance.bytes(CODE_BYTES));
        wanted.push({ code, customerId, programId, offerId, marks, gives, generation: (newest?.generation ?? 0) + 1 });
      }
      unwanted.push(...theirs.filter((code) => isStanding(code) && !offers.some((offer) => isOf(code, offer))));
    }
    const now = clock.now();
    if (wanted.length > 0) await codes.create(shop, wanted, now);
    if (unwanted.length > 0)
      await codes.unwant(
        shop,
        unwanted.map(({ code }) => code),
        now,
      );
  };
}
