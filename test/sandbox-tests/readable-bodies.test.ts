import { describe, expect, it } from '@jest/globals';
import { createInTurn } from '../../server/app/in-turn.ts';
import type { InboxItem } from '../../server/app/ports/inbox-store.ts';
import type { UseCases } from '../../server/app/use-cases.ts';
import { actOf, topics } from '../../webhooks/topics.ts';
import { eventBody } from '../sandbox/webhooks/payloads/event-body.ts';
import { createWorld } from '../sandbox/world/world.ts';
import type { WorldEvent } from '../sandbox/world/world-event.ts';
import { SHOP } from './sandbox-stage.ts';

/** Everything that can happen in a shop, once, and what would be told of it. */
function everythingThatHappens(): readonly { readonly event: WorldEvent; readonly body: unknown }[] {
  const world = createWorld();
  const told: { event: WorldEvent; body: unknown }[] = [];
  world.listen((event) => {
    const body = JSON.parse(JSON.stringify(eventBody(world.shop(event.shop).state, event)));
    told.push({ event, body });
  });
  const shop = world.addShop({ domain: SHOP, presentmentCurrencies: [{ code: 'JPY', rate: '161.3' }] });
  const { variants } = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 1999, compareAtMinor: 2500 }] });
  const variantId = variants[0]?.id ?? 0;
  shop.setUnitCost(variantId, 905);
  const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((name) => shop.createCustomer({ email: `${name}@example.test` }).id);
  shop.createCustomer({ phone: '+4930000001' });
  shop.updateCustomer(ada ?? 0, { lastName: 'Fogg' });
  shop.setConsent(ada ?? 0, 'subscribed', 'OPTED_IN');
  const lines = [{ variantId, quantity: 3 }];
  const later = shop.placeOrder({ customerId: ada ?? 0, lines, isPaid: false });
  shop.payOrder(later.id);
  const lineId = later.lines[0]?.id ?? 0;
  shop.editOrder(later.id, {
    remove: [{ lineId, quantity: 1 }],
    add: [{ variantId: null, quantity: 1, unitMinor: 5 }],
  });
  shop.refund(later.id, { lines: [{ lineId, quantity: 1 }], goodwillMinor: 100, shippingMinor: 0 });
  const yen = shop.placeOrder({ lines, presentmentCurrency: 'JPY', sourceName: 'pos', shippingMinor: 300 });
  shop.cancelOrder(yen.id);
  shop.deleteOrder(yen.id);
  shop.mergeCustomers(ada ?? 0, bo ?? 0);
  shop.requestData(ada ?? 0);
  shop.requestRedactCustomer(ada ?? 0);
  shop.deleteCustomer(cy ?? 0);
  shop.changeScopes(['read_orders']);
  shop.uninstall();
  shop.requestRedactShop();
  return told;
}

/** Notes that it was asked, whatever for. */
const anyUseCase = new Proxy({}, { get: () => async () => ({ outcome: 'done' }) }) as UseCases;

describe('what the sandbox tells', () => {
  it('is read without a fault by the server, for every topic', async () => {
    const happened = everythingThatHappens();
    const item = { triggeredAt: 0, receivedAt: 0 } as InboxItem;
    const faults: unknown[] = [];
    for (const { event, body } of happened) {
      const act = actOf(event.topic);
      if (act === null) continue;
      const ourDiscount = async () => () => false;
      const inTurn = createInTurn();
      const outcome = await act({ shop: SHOP, item, body, useCases: anyUseCase, ourDiscount, inTurn });
      if (outcome.state === 'refused') faults.push({ topic: event.topic, outcome });
    }
    expect(faults).toEqual([]);
    const told = new Set(happened.map(({ event }) => event.topic));
    const never = Object.keys(topics).filter((topic) => !told.has(topic));
    // Told when a bulk operation ends, which the server-side tests watch.
    expect(never).toEqual(['bulk_operations/finish']);
  });
});
