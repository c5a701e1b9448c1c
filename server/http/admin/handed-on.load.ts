import type { HandedOnView } from '../../../shared/contract/referral.ts';
import type { CardNumber, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import type { Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { ScopedClaim } from '../../../shared/domain/quote/quote.ts';
import { type HandedOn, judgeReferred } from '../../../shared/domain/referral/referred.ts';
import type { ReferredOrder } from '../../app/ports/fact-store.ts';
import type { StoredPurchase } from '../../app/ports/purchase-store.ts';
import { referredFacts } from '../../app/standing/referred-facts.ts';
import type { HttpDeps } from '../deps.ts';

type Deps = { readonly stores: Pick<HttpDeps['stores'], 'facts' | 'cards'> };

type Judged = { readonly welcome: ScopedClaim; readonly became: HandedOn | null; readonly cardNumber: CardNumber };

type Asked = { readonly versions: readonly ProgramVersion[]; readonly terms: Terms; readonly now: Instant };

/** What the card handed on was worth by the program of then, and what became of it; null: none was presented. */
export async function judgeHandedOn(
  { stores }: Deps,
  shop: ShopId,
  { orderId, snapshot, giverId }: Pick<StoredPurchase, 'orderId' | 'snapshot' | 'giverId'>,
  { versions, terms, now }: Asked,
): Promise<Judged | null> {
  const cardNumber = snapshot?.referredBy;
  const card = cardNumber === undefined ? null : await stores.cards.find(shop, cardNumber);
  if (snapshot === null || cardNumber === undefined || card === null) return null;
  const ofProgram = versions.filter(({ programId }) => programId === card.programId);
  const { referral, scope } = versionAt(ofProgram, snapshot.processedAt) ?? {};
  const about = scope === undefined ? {} : { scope };
  const welcome = { programId: card.programId, discountBp: referral?.welcomeBp ?? 0, ...about };
  const orders: readonly ReferredOrder[] =
    giverId == null ? [] : await stores.facts.referred(shop, { from: giverId, to: giverId });
  const theirs = orders.filter(({ purchase }) => purchase.orderId === orderId);
  const [referred] = referredFacts(theirs, [card]);
  const became =
    referred === undefined || referral === undefined ? null : judgeReferred(referred, referral, now, terms);
  return { welcome, became, cardNumber };
}

/** The same as the page shows it. */
export async function handedOnView(
  deps: Deps,
  shop: ShopId,
  purchase: StoredPurchase,
  asked: Asked,
): Promise<HandedOnView | null> {
  const judged = await judgeHandedOn(deps, shop, purchase, asked);
  if (judged === null) return null;
  return { cardNumber: judged.cardNumber, giverId: purchase.giverId ?? null, became: judged.became };
}
