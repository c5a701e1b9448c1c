import type { CardNumber, CustomerId, ProgramId } from '../../../shared/domain/ids.ts';
import { aCard, anOrder, aProgram, atDay, order, shopper, told } from '../builders.ts';
import { cardState } from '../instrument/card-state.ts';
import { NOW, setUp, type World } from '../set-up.ts';

/** What of the person must be nowhere after they are forgotten. */
export const PERSONAL = [
  'Zdenka',
  'Invented',
  'zdenka@example.test',
  '+420 555 000 111',
  'Long Lane',
  'her sister',
  '9001',
];

export type Known = {
  readonly world: World;
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly card: CardNumber;
};

const details = {
  firstName: 'Zdenka',
  surname: 'Invented',
  email: 'zdenka@example.test',
  phone: '+420 555 000 111',
  address: 'Long Lane 1, Testville',
  language: 'cs',
};

/**
 * Shopify's customer 9001: known by name, with a card (noted as lost once), a level by hand with a note, two purchases,
 * a webhook about them in the inbox, and a metafield in Shopify. Customer 9002 was merged into them.
 */
export async function knownPerson(): Promise<Known> {
  const world = await setUp();
  const { useCases, shop } = world;
  const programId = await aProgram(world);
  const consent = { state: 'subscribed', at: atDay(-9) } as const;
  const told9001 = { shopifyCustomerId: shopper(9001), updatedAt: atDay(-9), ...details, emailConsent: consent };
  const { customerId } = await useCases.recordCustomer(shop, told9001);
  const [lost, card] = [await aCard(world, 1, { customerId, programId }), await aCard(world, 2, { programId })];
  await useCases.replaceCard(shop, lost, { number: card, who: 'staff-1' }, 'Lost by her sister');
  await useCases.recordPurchase(shop, told(anOrder(1, { shopifyCustomerId: shopper(9001), amountMinor: 60_000 })));
  await useCases.recordPurchase(shop, told(anOrder(2, { shopifyCustomerId: null, cardNumber: lost })));
  await useCases.recordPurchase(shop, told(anOrder(3, { shopifyCustomerId: shopper(9002), amountMinor: 5_000 })));
  await useCases.mergeCustomers(shop, shopper(9001), shopper(9002));
  await useCases.giveLevel(shop, customerId, programId, 300, 'Asked for by her sister', 'staff-1');
  await file(world, 'late', JSON.stringify({ id: 9001, email: 'zdenka@example.test' }));
  await useCases.publishEntitlements();
  return { world, programId, customerId, card };
}

export const file = ({ stores, shop }: World, webhookId: string, body: string) =>
  stores.inbox.file(shop, {
    webhookId,
    topic: 'customers/update',
    apiVersion: '2026-10',
    triggeredAt: null,
    receivedAt: NOW,
    body,
  });

/** Everything kept anywhere, bodies and files too. */
export async function everything(world: World) {
  const { stores, shop } = world;
  const deliveries = await stores.inbox.list(shop, { states: [], before: null, max: 100 });
  const files = await stores.privacyFiles.list(shop);
  return {
    ...(await cardState(world)),
    purchases: await Promise.all([1, 2, 3, 4].map((id) => stores.purchases.find(shop, order(id)))),
    bodies: await Promise.all(deliveries.map(async ({ id }) => (await stores.inbox.find(shop, id))?.body)),
    files: await Promise.all(files.map(({ requestId }) => stores.privacyFiles.read(shop, requestId))),
  };
}
