import { assert } from '../../../shared/domain/assert.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import {
  type CustomerId,
  type Instant,
  type ProgramId,
  parseOurId,
  type ShopId,
  type ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import type { BasisPoints } from '../../../shared/domain/money/money.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { isPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { followMerges } from '../customer/follow-merges.ts';
import type { Stores } from '../ports/stores.ts';
import { isSamePerson } from '../standing/referred-facts.ts';

/**
 * What a card is to whoever presents it (rules 2.7). `given`: a new customer's, who is welcomed; `yours`: another
 * record of the holder's own; `sign_in`: it may be, but nobody says who presents it; `none`: the card is used as ever.
 */
export type Welcome =
  | {
      readonly kind: 'given' | 'sign_in';
      readonly programId: ProgramId;
      readonly welcomeBp: BasisPoints;
      /** Absent: all goods. */
      readonly scope?: Scope;
    }
  | { readonly kind: 'yours' | 'none' };

export type Presented = {
  /** Null: a number that is no card, or one that nobody may use. */
  readonly card: { readonly programId: ProgramId; readonly holder: CustomerId } | null;
  readonly by: ShopifyCustomerId | null;
  readonly owedCounts: boolean;
};

const NO_PROGRAM = parseOurId('prg', 'prg_noprogramnone');
const NOBODY = parseOurId('cus', 'cus_nobodynobody');

/**
 * Judges by what is known now; when the order is paid the facts judge again. Without a known person there is no
 * welcome: whoever holds a card could type a friend's again and again. The same is asked whatever the number is.
 */
export async function welcomeOf(
  stores: Pick<Stores, 'customers' | 'programs' | 'purchases'>,
  shop: ShopId,
  { card, by, owedCounts }: Presented,
  now: Instant,
): Promise<Welcome> {
  assert(NO_PROGRAM !== null && NOBODY !== null, 'nobody and no program have ids too');
  const versions = await stores.programs.versions(shop, card?.programId ?? NO_PROGRAM);
  const presenter = by === null ? null : await knownAs(stores, shop, by);
  const bought = by === null ? [] : await stores.purchases.ofCustomer(shop, presenter?.id ?? NOBODY);
  const holder = by === null ? null : await stores.customers.find(shop, card?.holder ?? NOBODY);
  const { referral, scope } = versionAt(versions, now) ?? {};
  if (card === null || referral === undefined) return { kind: 'none' };
  const about = scope === undefined ? {} : { scope };
  const welcome = { programId: card.programId, welcomeBp: referral.welcomeBp, ...about };
  if (by === null) return { kind: 'sign_in', ...welcome };
  if (presenter?.id === card.holder) return { kind: 'none' };
  if (holder !== null && presenter !== null && isSamePerson(holder, presenter)) return { kind: 'yours' };
  if (holder?.shopifyCustomerIds.includes(by) === true) return { kind: 'yours' };
  const isNew = bought.every(({ snapshot }) => !isPurchase(snapshot, { owedCounts }));
  return isNew ? { kind: 'given', ...welcome } : { kind: 'none' };
}

async function knownAs(
  { customers }: Pick<Stores, 'customers'>,
  shop: ShopId,
  by: ShopifyCustomerId,
): Promise<Customer | null> {
  return followMerges(customers, shop, await customers.findByShopifyId(shop, by));
}
