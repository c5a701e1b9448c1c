import { assert } from '../../../shared/domain/assert.ts';
import { dayOf } from '../../../shared/domain/calendar/day.ts';
import { WELCOME_SEQUENCE } from '../../../shared/domain/entitlement/statement-form.ts';
import { writeStatement } from '../../../shared/domain/entitlement/write-statement.ts';
import {
  type CardNumber,
  type CustomerId,
  type Instant,
  parseOurId,
  type ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import { makeCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import type { RewardClaim } from '../../../shared/domain/quote/rewards.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { heldHere } from '../../../shared/domain/standing/held-here.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import type { PartnerCard } from '../club/club-use-cases.ts';
import type { FindPartner } from '../club/find-partner.ts';
import { guestClaim } from '../club/guest-claim.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import { standingNow } from '../quote/standing-now.ts';
import { type Welcome, welcomeOf } from '../referral/welcome-of.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { type Bucket, bucketsOf, guessWindow } from './guess-limits.ts';
import { readScan } from './read-scan.ts';
import { usableHolder } from './usable-holder.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>;

/** Looked up where there is nothing to look up, so that every wrong number costs the same. */
const NO_NUMBER = makeCardNumber('2000', '00000000');
const NOBODY = parseOurId('cus', 'cus_nobodynobody');

/**
 * A number that a shopper typed (D3). Whatever is wrong with it, the same is asked of the database in the same order,
 * a statement is signed, and one wrong number is counted; then the answer is the same too. Over a limit nothing is
 * looked at. Numbers that are right are never counted (decision 0017).
 */
export function createCheckTypedCard(deps: Deps, partners: Pick<FindPartner, 'usable'>): UseCases['checkTypedCard'] {
  const { shops, guesses } = deps.stores;
  return async (shopId, typed, from) => {
    const shop = await shops.find(shopId);
    if (shop === null || shop.state !== 'installed') return { outcome: 'not_accepted' };
    const now = deps.clock.now();
    await noteCardField(shops, shop, now);
    const { startsAt, forgetAt } = guessWindow(now);
    const buckets = bucketsOf(shop, from);
    const counts = await guesses.counts(shopId, keysOf(buckets), startsAt);
    if (buckets.some(({ max }, i) => (counts[i] ?? 0) >= max)) {
      await guesses.limited(shopId, startsAt, forgetAt);
      return { outcome: 'limited' };
    }
    const presented = { number: readScan(typed), by: from.customer ?? null };
    const looked = await look(deps, partners, shop, presented, now);
    const { isRight, ...answer } = looked;
    if (isRight) return { outcome: 'accepted', ...answer };
    const counted = await guesses.count(shopId, keysOf(buckets), startsAt, forgetAt);
    const reached = buckets.filter(({ max }, i) => counted[i] === max).map(kindOf);
    if (reached.length > 0) deps.log.warn('card.guessing_limited', { shop: shopId, reached });
    return { outcome: 'not_accepted' };
  };
}

const keysOf = (buckets: readonly Bucket[]): readonly string[] => buckets.map(({ key }) => key);
const kindOf = ({ key }: Bucket): string => key.split(':')[0] ?? '';

/** Somebody typed into the storefront's card field, so it has been placed: that step of the set-up guide is done. */
async function noteCardField(shops: Deps['stores']['shops'], { id, guide }: Shop, now: Instant): Promise<void> {
  if (guide.place_card_field !== undefined) return;
  await shops.change(id, { guide: { ...guide, place_card_field: now } });
}

type Looked = {
  readonly isRight: boolean;
  readonly statement: string;
  readonly discountBp: number;
  readonly rewards: RewardClaim | null;
  readonly welcome: Welcome;
};

type Typed = { readonly number: CardNumber | null; readonly by: ShopifyCustomerId | null };

async function look(
  { stores }: Deps,
  partners: Pick<FindPartner, 'usable'>,
  shop: Shop,
  { number, by }: Typed,
  now: Instant,
): Promise<Looked> {
  assert(NOBODY !== null, 'nobody has an id too');
  const card = await stores.cards.find(shop.id, number ?? NO_NUMBER);
  const holder = number === null ? null : usableHolder(card, now);
  const copy = await stores.standings.find(shop.id, holder ?? NOBODY);
  const owed = holder === null ? nothingOwed(NOBODY, now) : await standingNow(stores, shop.id, holder, copy, now);
  const presented = holder === null || card === null ? null : { programId: card.programId, holder };
  const { owedCounts } = shop.settings;
  const welcome = await welcomeOf(stores, shop.id, { card: presented, by, owedCounts }, now);
  // A card of another shop of the club is worth what this shop's own rule says; every wrong number is looked for there.
  const guest = owed !== null && holder !== null ? null : await partners.usable(shop.id, number ?? NO_NUMBER, now);
  const stored = { ...(owed ?? nothingOwed(NOBODY, now)), welcome };
  const signed = sign(shop, number ?? NO_NUMBER, stored, guest, now);
  return { isRight: guest !== null || (holder !== null && owed !== null), ...signed, welcome };
}

const nothingOwed = (customerId: CustomerId, asOf: Instant): StoredStanding => ({
  customerId,
  sequence: 0,
  standing: { asOf, standings: [] },
});

/** Valid on the shop's own today alone; who types just before midnight types once more after it (decision 0016). */
function sign(
  shop: Shop,
  cardNumber: CardNumber,
  { sequence, standing: everywhere, welcome }: StoredStanding & { readonly welcome: Welcome },
  guest: PartnerCard | null,
  now: Instant,
) {
  const [key] = shop.entitlementKeys;
  const standing = heldHere(everywhere, ON_THE_WEB);
  assert(key !== undefined, 'a shop has a key to sign with');
  const today = dayOf(now, shop.timeZone);
  // Who is welcomed gets the welcome, and nothing of what the card's holder has earned (rules 2.7).
  const isWelcome = welcome.kind === 'given';
  const claims = guest === null ? claimsOf(standing) : [guestClaim(guest)];
  const best = bestClaim(claims);
  const discountBp = isWelcome ? welcome.welcomeBp : (best?.discountBp ?? 0);
  const capMinor = isWelcome ? undefined : best?.capMinor;
  const rewards = isWelcome || capMinor !== undefined ? null : rewardClaimOf(standing);
  const statement = writeStatement(key, {
    shop: shop.id,
    cardNumber,
    sequence: isWelcome ? WELCOME_SEQUENCE : sequence,
    fromDay: today,
    untilDay: today,
    discountBp,
    ...(rewards === null ? {} : { rewards }),
    ...(capMinor === undefined ? {} : { capMinor }),
  });
  return { statement, discountBp, rewards };
}
