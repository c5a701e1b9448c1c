import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { followMerges } from '../customer/follow-merges.ts';
import { readScan } from '../instrument/read-scan.ts';
import { usableHolder } from '../instrument/usable-holder.ts';
import type { Named } from '../ports/fact-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { QuoteCart } from './quote-use-cases.ts';

type Holder = { readonly named: Named; readonly copy: StoredStanding | null };

/** Whose cart it is: the holder of a card that may be used, or a Shopify customer; null: nobody's. */
export async function findQuotedHolder(
  { stores }: Pick<UseCaseDeps, 'stores'>,
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

const namedOf = ({ id, firstName, patronymic, surname, email, phone }: Customer): Named => {
  return { id, firstName, patronymic, surname, email, phone };
};
