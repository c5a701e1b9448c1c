import type { CustomerId, ProductId, ShopId } from '../../../shared/domain/ids.ts';
import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import { type OfferLine, offerDiscounts } from '../../../shared/domain/offer/quote-offer.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { heldHere } from '../../../shared/domain/standing/held-here.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import { AppError } from '../ports/app-error.ts';
import type { StoredCode } from '../ports/code-store.ts';
import { standingNow } from '../quote/standing-now.ts';
import { createRecent } from '../recent.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { findRewardHolder } from './find-reward-holder.ts';
import type { OfferedCode, RewardCart, RewardUseCases } from './reward-use-cases.ts';
import { isStanding, newestOf, offersOf } from './settle-codes.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'log'>;

/**
 * The codes that a holder may use on a cart (rules 2.8): those that are made and whose reward is ready at this moment.
 * What each is worth there is what it gives beyond card and rewards of the n-th item, line by line, as Shopify gives
 * the better of both. Costs are not known here, so where the floor cuts, checkout gives less than was compared.
 */
export function createRewardsFor(deps: Deps): RewardUseCases['rewardsFor'] {
  const { stores, clock } = deps;
  const programs = createRecent(stores.programs.list, clock);
  return async (shop, cart) => {
    const customerId = await findRewardHolder(deps, shop, cart.holder);
    if (customerId === null) return { offered: [], best: null };
    const usable = await usableCodes(deps, shop, customerId);
    if (usable.standing === null) return { offered: [], best: null };
    const standing = heldHere(usable.standing, cart.place);
    const isHere = ({ programId }: StoredCode) => standing.standings.some((one) => one.programId === programId);
    const codes = usable.codes.filter(isHere);
    if (codes.length === 0) return { offered: [], best: null };
    const titles = await giftTitles(deps, shop, codes);
    const names = new Map((await programs.find(shop)).map(({ id, name }) => [id, name]));
    const worthOf = worthOn(cart, standing);
    const offered = codes.map(({ code, programId, gives }): OfferedCode => {
      const giftTitle = gives.kind === 'gift' ? (titles.get(gives.productId) ?? null) : null;
      return { code, programId, programName: names.get(programId) ?? '', gives, giftTitle, worthMinor: worthOf(gives) };
    });
    return { offered, best: bestOf(offered) };
  };
}

/** Of a holder: what is owed at this moment, and the codes of it that Shopify has and no order has named. */
export async function usableCodes({ stores, clock }: Pick<Deps, 'stores' | 'clock'>, shop: ShopId, id: CustomerId) {
  const copy = await stores.standings.find(shop, id);
  const standing = (await standingNow(stores, shop, id, copy, clock.now()))?.standing ?? null;
  const offers = offersOf(standing);
  const known = offers.length === 0 ? [] : await stores.codes.ofCustomers(shop, [id]);
  const codes = offers.flatMap((offer) => {
    const newest = newestOf(known, offer);
    return newest !== null && newest.state === 'live' && isStanding(newest) ? [newest] : [];
  });
  return { standing, codes };
}

/** The one worth most; of equal ones the first. Null: none gives anything on this cart. */
function bestOf(offered: readonly OfferedCode[]): OfferedCode['code'] | null {
  let best: OfferedCode | null = null;
  for (const one of offered) if (one.worthMinor > (best?.worthMinor ?? 0)) best = one;
  return best?.code ?? null;
}

function worthOn({ lines }: RewardCart, standing: CustomerStanding): (gives: OfferGives) => number {
  const goods: readonly OfferLine[] = lines
    .filter(({ isGiftCard }) => !isGiftCard)
    .map(({ id, quantity, amountMinor, productId }) => ({ id, quantity, amountMinor, productId, floorMinor: 0 }));
  const quote = quoteCart(goods, claimsOf(standing), rewardClaimOf(standing));
  const anyway = new Map(quote.lines.map(({ id, discountMinor }) => [id, discountMinor]));
  return (gives) =>
    offerDiscounts(goods, gives).reduce(
      (sum, minor, i) => sum + Math.max(0, minor - (anyway.get(goods[i]?.id ?? '') ?? 0)),
      0,
    );
}

/** What gifts are called; a shop that Shopify does not answer for just now has gifts without names. */
async function giftTitles(
  { admin, log }: Deps,
  shop: ShopId,
  codes: readonly StoredCode[],
): Promise<ReadonlyMap<ProductId, string>> {
  const ids = [...new Set(codes.flatMap(({ gives }) => (gives.kind === 'gift' ? [gives.productId] : [])))];
  if (ids.length === 0) return new Map();
  try {
    return new Map((await admin.productsById(shop, ids)).map(({ id, title }) => [id, title]));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn('reward.gift_unnamed', { shop, code: error.code });
    return new Map();
  }
}
