import type { Instant, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { ScopedClaim } from '../../../shared/domain/quote/quote.ts';
import { readScan } from '../instrument/read-scan.ts';
import type { Named } from '../ports/fact-store.ts';
import type { Stores } from '../ports/stores.ts';
import type { QuoteCart } from '../quote/quote-use-cases.ts';
import { welcomeOf } from './welcome-of.ts';

/** What a card is to the customer of a sale; the claim of a welcome is about the goods of the card's program. */
export type PresentedCard =
  | { readonly kind: 'given'; readonly by: ShopifyCustomerId; readonly claim: ScopedClaim }
  | { readonly kind: 'sign_in' | 'yours' | 'none' };

type Asked = { readonly found: { readonly named: Named }; readonly owedCounts: boolean; readonly now: Instant };

/** A card that the customer of a sale presents may be a friend's (rules 2.7); `found`: its holder. */
export async function presentedCard(
  stores: Pick<Stores, 'cards' | 'customers' | 'programs' | 'purchases'>,
  shop: ShopId,
  holder: QuoteCart['holder'],
  { found, owedCounts, now }: Asked,
): Promise<PresentedCard> {
  const by = holder.kind === 'card' ? (holder.presentedBy ?? null) : null;
  const number = holder.kind === 'card' && by !== null ? readScan(holder.number) : null;
  const card = number === null ? null : await stores.cards.find(shop, number);
  if (by === null || card === null) return { kind: 'none' };
  const presented = { programId: card.programId, holder: found.named.id };
  const welcome = await welcomeOf(stores, shop, { card: presented, by, owedCounts }, now);
  if (welcome.kind !== 'given') return { kind: welcome.kind };
  const { programId, welcomeBp, scope } = welcome;
  const claim = { programId, discountBp: welcomeBp, ...(scope === undefined ? {} : { scope }) };
  return { kind: welcome.kind, by, claim };
}
