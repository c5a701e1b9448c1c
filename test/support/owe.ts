import type { StoredCode } from '../../server/app/ports/code-store.ts';
import type { Stores } from '../../server/app/ports/stores.ts';
import type { UseCases } from '../../server/app/use-cases.ts';
import type { CustomerId, OfferId, ProductId, ShopId } from '../../shared/domain/ids.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { InMemoryShopifyAdmin } from './in-memory-shopify-admin.ts';

type World = {
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly clock: { readonly now: () => number };
};

/** Rewards on top of what a customer's standing holds, as if their marks had brought them; their codes are made. */
export async function oweRewards(
  { stores, useCases, clock }: World,
  shopify: Pick<InMemoryShopifyAdmin, 'finishCodes'>,
  shop: ShopId,
  customerId: CustomerId,
  given: readonly Offer['gives'][],
  letTimePass: (ms: number) => void,
): Promise<readonly StoredCode[]> {
  const copy = await stores.standings.find(shop, customerId);
  const [standing] = copy?.standing.standings ?? [];
  if (copy === null || standing === undefined) throw new Error('the customer takes part in no program');
  const offers = given.map((gives, i): Offer => {
    return { programId: standing.programId, id: `test ${i + 1}` as OfferId, marks: i + 1, gives };
  });
  const standings = [{ ...standing, takesPart: true, offers }];
  const sequence = copy.sequence + 1;
  await stores.standings.put(shop, { customerId, sequence, standing: { ...copy.standing, standings } });
  await stores.outbox.put(shop, customerId, sequence, clock.now());
  while ((await useCases.publishEntitlements()) > 0);
  for (let idle = 0; idle < 3; ) {
    idle = (await useCases.publishCodes()) === 0 ? idle + 1 : 0;
    shopify.finishCodes(shop);
    letTimePass(2_500);
  }
  const codes = await stores.codes.ofCustomers(shop, [customerId]);
  return offers.flatMap(({ id }) => codes.find(({ offerId, state }) => offerId === id && state === 'live') ?? []);
}

export const percentOnce = (discountBp: number): Offer['gives'] => ({ kind: 'percent', discountBp });
export const giftOf = (productId: string): Offer['gives'] => ({ kind: 'gift', productId: productId as ProductId });
