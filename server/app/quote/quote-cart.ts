import type { Instant, ProgramId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import type { BuyingPlace } from '../../../shared/domain/program/where.ts';
import { bestClaim, quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { checkoutScope } from '../../../shared/domain/standing/checkout-scope.ts';
import { heldHere } from '../../../shared/domain/standing/held-here.ts';
import { NOTHING_OWED, type Owed, owedOf } from '../../../shared/domain/standing/owed.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { FindPartner } from '../club/find-partner.ts';
import { guestClaim } from '../club/guest-claim.ts';
import { readScan } from '../instrument/read-scan.ts';
import type { Program } from '../ports/program-store.ts';
import type { Shop, ShopSettings } from '../ports/shop-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import { createRecent, type Recent } from '../recent.ts';
import type { RecentShops } from '../recent-shops.ts';
import { presentedCard } from '../referral/presented-card.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { AT_A_TILL } from './at-a-till.ts';
import { cartLine } from './cart-line.ts';
import { findQuotedHolder } from './find-quoted-holder.ts';
import type { QuoteAnswer, QuoteBasis, QuoteCart } from './quote-use-cases.ts';
import { standingNow } from './standing-now.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'> & { readonly recentShops: Pick<RecentShops, 'find'> };

/**
 * What the till and forms ask: the same arithmetic as checkout's, over the holder's standing. A card costs one question
 * to the database; the shop's settings, its programs' names and their scopes are known from a moment ago.
 */
export function createQuoteCart(deps: Deps, partners: Pick<FindPartner, 'usable'>): UseCases['quoteCart'] {
  const { stores, clock } = deps;
  const programs = createRecent(stores.programs.list, clock);
  const versions = createRecent(stores.programs.allVersions, clock);
  return async (shop, { holder, lines, place = AT_A_TILL }) => {
    const now = clock.now();
    const [found, known] = await Promise.all([findQuotedHolder(deps, shop, holder, now), deps.recentShops.find(shop)]);
    if (known === null) return quoteOf(lines, NOTHING_OWED, null);
    if (found === null) {
      const { scope } = checkoutScope(await versions.find(shop), now);
      return quoteGuest(partners, known, { cart: { holder, lines }, scope, now });
    }
    const asked = { found, owedCounts: known.settings.owedCounts, now };
    const presented = await presentedCard(stores, shop, holder, asked);
    if (presented.kind === 'given') {
      const own = await ownClaims(deps, versions, shop, { by: presented.by, now, place });
      const quoted = quoteOf(lines, { claims: [...own, presented.claim], reward: null }, known.settings);
      const programName = await nameOf(deps, programs, shop, quoted.programId);
      return { ...quoted, programName, welcome: presented.kind };
    }
    const { named, copy } = found;
    const stored = await standingNow(stores, shop, named.id, copy, now);
    const owed = stored === null ? NOTHING_OWED : await owedBy(deps, versions, shop, heldHere(stored.standing, place));
    const quoted = quoteOf(lines, owed, known.settings);
    const programName = await nameOf(deps, programs, shop, quoted.programId);
    const basis = basisOf(stored, copy, known.settings, now);
    return { ...quoted, programName, customerId: named.id, customer: named, welcome: presented.kind, basis };
  };
}

/**
 * What has to be known to work the quote out again (decision 0051). The journal had said so much of the standing by
 * then; null: time alone has changed it since, so it was worked out from the facts.
 */
function basisOf(
  stored: StoredStanding | null,
  copy: StoredStanding | null,
  { floorOn, marginBp, owedCounts }: ShopSettings,
  at: Instant,
): QuoteBasis {
  const standings = stored?.standing.standings ?? [];
  return {
    at,
    sequence: stored !== null && stored === copy ? stored.sequence : null,
    marginBp: floorOn ? marginBp : null,
    owedCounts,
    versions: standings.map(({ programId, version }) => ({ programId, version })),
  };
}

type Asked = { readonly cart: QuoteCart; readonly scope: Scope | undefined; readonly now: Instant };

/**
 * A card that is none of ours may be one of another shop of the club, which this shop honours by its own rule, on the
 * goods that checkout may take anything off.
 */
async function quoteGuest(
  partners: Pick<FindPartner, 'usable'>,
  shop: Shop,
  { cart: { holder, lines }, scope, now }: Asked,
): Promise<QuoteAnswer> {
  const number = holder.kind === 'card' ? readScan(holder.number) : null;
  const partner = number === null ? null : await partners.usable(shop.id, number, now);
  if (partner === null) return quoteOf(lines, NOTHING_OWED, null);
  const claim = { ...guestClaim(partner), ...(scope === undefined ? {} : { scope }) };
  const quoted = quoteOf(lines, { claims: [claim], reward: null }, shop.settings);
  return { ...quoted, programId: null, programName: partner.clubName };
}

/** What the customer of a sale is owed without anybody's card: a welcome never leaves them less (rules 6.5). */
async function ownClaims(
  deps: Deps,
  versions: Recent<ShopId, readonly ProgramVersion[]>,
  shop: ShopId,
  { by, now, place }: { readonly by: ShopifyCustomerId; readonly now: Instant; readonly place: BuyingPlace },
): Promise<Owed['claims']> {
  const found = await findQuotedHolder(deps, shop, { kind: 'customer', shopifyCustomerId: by }, now);
  const stored = found && (await standingNow(deps.stores, shop, found.named.id, found.copy, now));
  if (stored === null) return [];
  return (await owedBy(deps, versions, shop, heldHere(stored.standing, place))).claims;
}

/** A program that was published this moment is not among those remembered. */
async function nameOf(
  { stores }: Deps,
  programs: Recent<ShopId, readonly Program[]>,
  shop: ShopId,
  id: ProgramId | null,
): Promise<string | null> {
  if (id === null) return null;
  const known = (await programs.find(shop)).find((program) => program.id === id);
  return (known ?? (await stores.programs.find(shop, id)))?.name ?? null;
}

/** What a standing owes, and on which goods; a version that was published this moment is not among those remembered. */
async function owedBy(
  { stores }: Deps,
  remembered: Recent<ShopId, readonly ProgramVersion[]>,
  shop: ShopId,
  standing: CustomerStanding,
): Promise<Owed> {
  const versions = await remembered.find(shop);
  const isKnown = standing.standings.every(({ programId, version }) =>
    versions.some((known) => known.programId === programId && known.version === version),
  );
  return owedOf(standing, isKnown ? versions : await stores.programs.allVersions(shop));
}

function quoteOf(lines: QuoteCart['lines'], { claims, reward }: Owed, settings: ShopSettings | null): QuoteAnswer {
  const best = bestClaim(claims);
  // What is paid for a gift card is money for goods to come, so no discount of ours touches it.
  const goods = lines.filter(({ isGiftCard }) => !isGiftCard);
  const quote = quoteCart(
    goods.map((line) => cartLine(line, settings)),
    claims,
    reward,
  );
  const rewarded = quote.lines.find((line) => line.rewards !== undefined);
  const nobody = { programName: null, customerId: null, customer: null, welcome: 'none', basis: null } as const;
  return {
    quote,
    discountBp: best?.discountBp ?? 0,
    programId: best?.programId ?? rewarded?.programId ?? null,
    ...nobody,
  };
}
