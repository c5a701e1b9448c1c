import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import type { CartLine } from '../../../shared/domain/quote/quote.ts';
import { bestClaim, quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { followMerges } from '../customer/follow-merges.ts';
import { readScan } from '../instrument/read-scan.ts';
import { usableHolder } from '../instrument/usable-holder.ts';
import type { ShopSettings } from '../ports/shop-store.ts';
import type { RecentShops } from '../recent-shops.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { QuoteAnswer, QuoteCart, UseCases } from '../use-cases.ts';
import { standingNow } from './standing-now.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'> & { readonly recentShops: Pick<RecentShops, 'find'> };

/**
 * What the till and forms ask: the same arithmetic as checkout's, over the holder's standing. On the way lie two
 * indexed reads one after the other, holder and standing; the shop's settings are known from a moment ago.
 */
export function createQuoteCart(deps: Deps): UseCases['quoteCart'] {
  const { standings } = deps.stores;
  return async (shop, { holder, lines }) => {
    const now = deps.clock.now();
    const [customerId, known] = await Promise.all([findHolder(deps, shop, holder, now), deps.recentShops.find(shop)]);
    if (customerId === null || known === null) return quoteOf(lines, [], null, null);
    const copy = await standings.find(shop, customerId);
    const owed = await standingNow(deps.stores, shop, customerId, copy, now);
    return quoteOf(lines, owed === null ? [] : claimsOf(owed.standing), customerId, known.settings);
  };
}

async function findHolder(
  { stores }: Deps,
  shop: ShopId,
  holder: QuoteCart['holder'],
  now: Instant,
): Promise<CustomerId | null> {
  if (holder.kind === 'card') {
    const number = readScan(holder.number);
    return number === null ? null : usableHolder(await stores.cards.find(shop, number), now);
  }
  const named = await stores.customers.findByShopifyId(shop, holder.shopifyCustomerId);
  const customer = await followMerges(stores.customers, shop, named);
  return customer === null || isNobody(customer) ? null : customer.id;
}

function quoteOf(
  lines: QuoteCart['lines'],
  claims: ReturnType<typeof claimsOf>,
  customerId: CustomerId | null,
  settings: ShopSettings | null,
): QuoteAnswer {
  const best = bestClaim(claims);
  const quote = quoteCart(
    lines.map((line) => cartLine(line, settings)),
    claims,
  );
  return { quote, discountBp: best?.discountBp ?? 0, programId: best?.programId ?? null, customerId };
}

function cartLine(
  { id, quantity, amountMinor, unitCostMinor }: QuoteCart['lines'][number],
  settings: ShopSettings | null,
): CartLine {
  const line = { id, quantity, amountMinor, floorMinor: 0 };
  if (unitCostMinor === null || settings === null || !settings.floorOn) return line;
  // A line sold below its cost gets nothing, however far below; so no product of absurd numbers is worked out.
  const isBelowCost = unitCostMinor >= amountMinor / quantity;
  return { ...line, floorMinor: isBelowCost ? amountMinor : floorMinor(unitCostMinor, quantity, settings.marginBp) };
}
