import { createInTurn } from '../server/app/in-turn.ts';
import type { InboxItem, InboxOutcome } from '../server/app/ports/inbox-store.ts';
import { DISCOUNT_TITLE } from '../server/app/shop/tell-rules.ts';
import type { UseCases } from '../server/app/use-cases.ts';
import type { ShopId } from '../shared/domain/ids.ts';
import { readBody } from './body-text.ts';
import { isOneOf } from './order/our-discount.ts';
import { skipped } from './outcome.ts';
import { actOf } from './topics.ts';

export type ActOnDeliveryDeps = {
  readonly useCases: UseCases;
  /** What shoppers of a shop read beside our discount, with `{percent}`; orders name a discount by it. */
  readonly discountTexts?: (shop: ShopId) => Promise<readonly string[]>;
};

/**
 * A filed delivery → its reader → its use case → what became of it. What a reader refuses stays in the inbox with every
 * fault until the reader is mended, then it is replayed. Whatever the world does wrong is thrown, and tried again.
 */
export function createActOnDelivery({
  useCases,
  discountTexts = async () => [],
}: ActOnDeliveryDeps): (shop: ShopId, item: InboxItem) => Promise<InboxOutcome> {
  const ourDiscount = async (shop: ShopId) => isOneOf([DISCOUNT_TITLE, ...(await discountTexts(shop))]);
  const inTurn = createInTurn();
  return async (shop, item) => {
    const act = actOf(item.topic);
    if (act === null) return skipped('unknown_topic');
    if (item.body === null) return skipped('body_forgotten');
    const body = readBody(item.body);
    if (!body.ok) return { state: 'refused', faults: body.error };
    return act({ shop, item, body: body.value, useCases, ourDiscount, inTurn });
  };
}
