import type { FriendView } from '../../../shared/contract/referral.ts';
import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import type { Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import { judgeReferred } from '../../../shared/domain/referral/referred.ts';
import { referredFacts } from '../../app/standing/referred-facts.ts';
import type { HttpDeps } from '../deps.ts';
import { fullName } from './full-name.ts';

type Deps = Pick<HttpDeps, 'stores'>;

type Asked = { readonly versions: readonly ProgramVersion[]; readonly terms: Terms; readonly now: Instant };

/** Whom a customer brought by handing a card on (rules 2.7), newest first, and what became of each. */
export async function loadFriends(
  { stores }: Deps,
  shop: ShopId,
  id: CustomerId,
  { versions, terms, now }: Asked,
): Promise<readonly FriendView[]> {
  const orders = await stores.facts.referred(shop, { from: id, to: id });
  if (orders.length === 0) return [];
  const referred = referredFacts(orders, await stores.cards.ofCustomer(shop, id));
  const ids = referred.flatMap(({ friend }) => friend?.id ?? []);
  const names = new Map((await stores.customers.findMany(shop, ids)).map((one) => [one.id, fullName(one)]));
  const views = referred.flatMap((one): readonly FriendView[] => {
    const { purchase, friend, programId } = one;
    const ofProgram = versions.filter((version) => version.programId === programId);
    const referral = versionAt(ofProgram, now)?.referral;
    const became = referral === undefined ? null : judgeReferred(one, referral, now, terms);
    if (purchase.snapshot === null || became === null) return [];
    const { name: order, orderId, processedAt: at } = purchase.snapshot;
    const customerId = friend?.id ?? null;
    return [
      { orderId, order, at, customerId, name: customerId === null ? null : (names.get(customerId) ?? null), became },
    ];
  });
  return views.sort((a, b) => b.at - a.at);
}
