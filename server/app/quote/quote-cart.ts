import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { Instant, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import type { CartLine } from '../../../shared/domain/quote/quote.ts';
import { bestClaim, quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { checkoutScope } from '../../../shared/domain/standing/checkout-scope.ts';
import { NOTHING_OWED, type Owed, owedOf } from '../../../shared/domain/standing/owed.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { FindPartner } from '../club/find-partner.ts';
import { guestClaim } from '../club/guest-claim.ts';
import { followMerges } from '../customer/follow-merges.ts';
import { readScan } from '../instrument/read-scan.ts';
import { usableHolder } from '../instrument/usable-holder.ts';
import type { Named } from '../ports/fact-store.ts';
import type { Program } from '../ports/program-store.ts';
import type { Shop, ShopSettings } from '../ports/shop-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import { createRecent, type Recent } from '../recent.ts';
import type { RecentShops } from '../recent-shops.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { QuoteAnswer, QuoteCart, UseCases } from '../use-cases.ts';
import { standingNow } from './standing-now.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'> & { readonly recentShops: Pick<RecentShops, 'find'> };

type Holder = { readonly named: Named; readonly copy: StoredStanding | null };

/**
 * What the till and forms ask: the same arithmetic as checkout's, over the holder's standing. A card costs one question
 * to the database; the shop's settings, its programs' names and their scopes are known from a moment ago.
 */
export function createQuoteCart(deps: Deps, partners: Pick<FindPartner, 'usable'>): UseCases['quoteCart'] {
  const { stores, clock } = deps;
  const programs = createRecent(stores.programs.list, clock);
  const versions = createRecent(stores.programs.allVersions, clock);
  return async (shop, { holder, lines }) => {
    const now = clock.now();
    const [found, known] = await Promise.all([findHolder(deps, shop, holder, now), deps.recentShops.find(shop)]);
    if (known === null) return quoteOf(lines, NOTHING_OWED, null);
    if (found === null) {
      const { scope } = checkoutScope(await versions.find(shop), now);
      return quoteGuest(partners, known, { cart: { holder, lines }, scope, now });
    }
    const { named, copy } = found;
    const stored = await standingNow(stores, shop, named.id, copy, now);
    const owed = stored === null ? NOTHING_OWED : await owedBy(deps, versions, shop, stored.standing);
    const quoted = quoteOf(lines, owed, known.settings);
    const programName = await nameOf(deps, programs, shop, quoted.programId);
    return { ...quoted, programName, customerId: named.id, customer: named };
  };
}

async function findHolder(
  { stores }: Deps,
  shop: ShopId,
  holder: QuoteCart['holder'],
  now: Instant,
): Promise<Holder | null> {
  if (holder.kind === 'card') {
    const number = readScan(holder.number);
    const found = number === null ? null : await stores.facts.ofCard(shop, number);
    if (found === null || found.holder === null || usableHolder(found.card, now) === null) return null;
    return { named: found.holder, copy: found.copy };
  }
  const known = await stores.customers.findByShopifyId(shop, holder.shopifyCustomerId);
  const customer: Customer | null = await followMerges(stores.customers, shop, known);
  if (customer === null || isNobody(customer)) return null;
  return { named: namedOf(customer), copy: await stores.standings.find(shop, customer.id) };
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

const namedOf = ({ id, firstName, patronymic, surname, email, phone }: Customer): Named => {
  return { id, firstName, patronymic, surname, email, phone };
};

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
  const nobody = { programName: null, customerId: null, customer: null };
  return {
    quote,
    discountBp: best?.discountBp ?? 0,
    programId: best?.programId ?? rewarded?.programId ?? null,
    ...nobody,
  };
}

function cartLine(
  { id, quantity, amountMinor, unitCostMinor, productId = null }: QuoteCart['lines'][number],
  settings: ShopSettings | null,
): CartLine {
  const line = { id, quantity, amountMinor, floorMinor: 0, productId };
  if (unitCostMinor === null || settings === null || !settings.floorOn) return line;
  // A line sold below its cost gets nothing, however far below; so no product of absurd numbers is worked out.
  const isBelowCost = unitCostMinor >= amountMinor / quantity;
  return { ...line, floorMinor: isBelowCost ? amountMinor : floorMinor(unitCostMinor, quantity, settings.marginBp) };
}
