import type { ExplanationView } from '../../../shared/contract/api.ts';
import { explainPurchase } from '../../../shared/domain/explanation/explain-purchase.ts';
import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { cardThen } from '../../../shared/domain/instrument/card-then.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { readRedeemed } from '../../app/reward/read-redeemed.ts';
import { heldCards } from '../../app/standing/held-cards.ts';
import { withReferred } from '../../app/standing/referred-facts.ts';
import type { HttpDeps } from '../deps.ts';
import { judgeHandedOn } from './handed-on.load.ts';

type Deps = { readonly stores: Pick<HttpDeps['stores'], 'facts' | 'cards' | 'purchases'> };

type Unknown = { readonly code: 'unknown_customer' | 'unknown_purchase' };

/** Why the discount of one of a customer's orders is what it is, from the facts in one question. */
export async function loadExplanation(
  { stores }: Deps,
  shop: ShopId,
  id: CustomerId,
  orderId: OrderId | null,
): Promise<Result<ExplanationView, Unknown>> {
  const found = await stores.facts.of(shop, id);
  if (found === null) return refused({ code: 'unknown_customer' });
  const snapshot = found.purchases.find((purchase) => purchase.orderId === orderId)?.snapshot ?? null;
  if (snapshot === null || snapshot.state === 'deleted') return refused({ code: 'unknown_purchase' });
  const { purchases, referred, cards, manual, versions, uses, terms } = found;
  const redeemed = await readRedeemed(stores, shop, uses, purchases);
  const held = heldCards(cards.map((card) => cardThen(card, snapshot.processedAt)));
  const owedCounts = terms?.owedCounts ?? false;
  const facts = { purchases, cards: held, manual, redeemed, owedCounts, ...withReferred(referred, cards) };
  const giverId = found.givers.find((one) => one.orderId === orderId)?.giverId ?? null;
  const order = { orderId: snapshot.orderId, snapshot, giverId };
  const asked = { versions, terms: facts, now: snapshot.processedAt };
  const handedOn = await judgeHandedOn({ stores }, shop, order, asked);
  return ok(explainPurchase(versions, facts, snapshot, handedOn));
}
