import { digest } from '../digest.ts';
import type { Instant, OrderId, RefundId } from '../ids.ts';
import { compareIds } from './compare-ids.ts';
import type { OrderSnapshot, OrderState, Purchase, Refund } from './purchase.ts';

/** How far an order has come. */
const PROGRESS: Readonly<Record<OrderState, number>> = { owed: 0, paid: 1, cancelled: 2, deleted: 3 };

const digits = (value: number, length: number) => String(value).padStart(length, '0');
const yes = (value: boolean): string => (value ? '1' : '0');
const instant = (at: Instant) => digits(Math.max(0, at), 16);

/** A place in an order by text: what is plain to see first, then a digest of the contents, which ends every draw. */
type Place = { readonly plain: string; readonly contents: unknown };

const textOf = ({ plain, contents }: Place): string => `${plain}-${digest(contents)}`;

/** The same as comparing both texts; a digest is only worked out where it decides, which a mere repeat is not. */
function isAfter(a: Place, b: Place): boolean {
  if (a.plain !== b.plain) return a.plain > b.plain;
  return JSON.stringify(a.contents) !== JSON.stringify(b.contents) && digest(a.contents) > digest(b.contents);
}

function placeOf(snapshot: OrderSnapshot): Place {
  const { updatedAt, state, cancelledAt, cardNumber, shopifyCustomerId } = snapshot;
  const known = yes(cancelledAt !== null) + yes(cardNumber !== null) + yes(shopifyCustomerId !== null);
  const plain = `${yes(state === 'deleted')}-${instant(updatedAt)}-${PROGRESS[state]}${known}`;
  // A hyphen is less than any digit: whatever a file says of an order is older than the first word of Shopify's.
  return { plain: snapshot.fileToldAt === undefined ? plain : `-${plain}`, contents: snapshot };
}

/**
 * Orders the snapshots of one order; compares as text, in code and in a database. Deleted is the end. Then Shopify's
 * `updated_at`, which has whole seconds: of two in the same second the one further on is the newer, then the one that
 * names a card, a customer, and at last a digest of the contents decides, so that arrival never does (decision 0007).
 */
export const newness = (snapshot: OrderSnapshot): string => textOf(placeOf(snapshot));

/** The newer of two snapshots; of two that say the same the known one stays. */
export function newerSnapshot(known: OrderSnapshot | null, told: OrderSnapshot | null): OrderSnapshot | null {
  if (known === null || told === null) return known ?? told;
  return isAfter(placeOf(told), placeOf(known)) ? told : known;
}

function fullnessOf(refund: Refund): Place {
  const units = refund.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return { plain: `${digits(units, 16)}-${digits(refund.goodwillMinor, 16)}`, contents: refund };
}

/**
 * Orders what was told of one refund; compares as text. A refund never changes, but it may be told while its money is
 * still on the way: the telling with more goods, then more money, is the fuller one, and a digest ends the draw.
 */
export const fullness = (refund: Refund): string => textOf(fullnessOf(refund));

const OF_FILE = 'file:';

/** The id of a return that a file tells of, beside its order; none of Shopify's looks like it. */
export const refundOfFile = (toldAt: Instant, what: string): RefundId => `${OF_FILE}${toldAt}:${what}` as RefundId;

export const isRefundOfFile = ({ refundId }: Refund): boolean => refundId.startsWith(OF_FILE);

/**
 * A file tells an order whole, with its returns: those of an earlier telling go with it, and all of them when Shopify's
 * own word of the order is known, which has them under ids of its own.
 */
export function believed(snapshot: OrderSnapshot | null, refunds: readonly Refund[]): readonly Refund[] {
  const ofTelling = refundOfFile(snapshot?.fileToldAt ?? -1, '');
  const isBelieved = (refund: Refund) => !isRefundOfFile(refund) || refund.refundId.startsWith(ofTelling);
  return refunds.every(isBelieved) ? refunds : refunds.filter(isBelieved);
}

/** Union by id, the fullest telling of each, by id. `changed` says whether `told` brought anything. */
function mergeRefunds(
  known: readonly Refund[],
  told: readonly Refund[],
): { readonly refunds: readonly Refund[]; readonly changed: boolean } {
  const byId = new Map(known.map((refund) => [refund.refundId, refund]));
  let changed = false;
  for (const refund of told) {
    const before = byId.get(refund.refundId);
    if (before !== undefined && !isAfter(fullnessOf(refund), fullnessOf(before))) continue;
    byId.set(refund.refundId, refund);
    changed = true;
  }
  const sorted = [...byId.values()].sort((a, b) => compareIds(a.refundId, b.refundId));
  return { refunds: sorted, changed };
}

/**
 * Newest snapshot and union of refunds by id: whatever order the facts arrive in, and however often, the result is
 * the same (rules 1); what a file told gives way to Shopify's own word. `changed` says whether anything new was told.
 */
export function mergePurchase(
  known: Purchase | null,
  orderId: OrderId,
  snapshot: OrderSnapshot | null,
  told: readonly Refund[],
): { readonly purchase: Purchase; readonly changed: boolean } {
  const before = known ?? { orderId, snapshot: null, refunds: [] };
  const newest = newerSnapshot(before.snapshot, snapshot);
  const { refunds, changed } = mergeRefunds(believed(newest, before.refunds), believed(newest, told));
  return { purchase: { orderId, snapshot: newest, refunds }, changed: changed || newest !== before.snapshot };
}
