import type { Draft } from '../../server/app/ports/program-store.ts';
import type { RecordPurchase } from '../../server/app/use-cases.ts';
import type {
  CardNumber,
  CustomerId,
  Instant,
  LineId,
  OrderId,
  ProgramId,
  RefundId,
  SeriesId,
  ShopifyCustomerId,
} from '../../shared/domain/ids.ts';
import type { Card } from '../../shared/domain/instrument/card.ts';
import { makeCardNumber } from '../../shared/domain/instrument/card-number.ts';
import { emptyDraft } from '../../shared/domain/program/draft.ts';
import type { OrderLine, OrderSnapshot, Refund } from '../../shared/domain/purchase/purchase.ts';
import { NOW, type World } from './set-up.ts';

export const DAY_MS = 86_400_000;

export const order = (id: number): OrderId => String(id) as OrderId;
export const shopper = (id: number): ShopifyCustomerId => String(id) as ShopifyCustomerId;
export const customer = (id: number): CustomerId => `cus_${String(id).padStart(10, '0')}` as CustomerId;
export const program = (id: number): ProgramId => `prg_${String(id).padStart(10, '0')}` as ProgramId;
export const cardNumber = (id: number): CardNumber => makeCardNumber('2001', String(id).padStart(8, '0'));

export const aLine = (change: Partial<OrderLine> = {}): OrderLine => ({
  lineId: '1' as LineId,
  productId: null,
  variantId: null,
  title: 'Tea',
  quantity: 1,
  removedQuantity: 0,
  priceMinor: 10_000,
  amountMinor: 10_000,
  ourDiscountMinor: 0,
  isGiftCard: false,
  isSalePriced: false,
  ...change,
});

/** A paid order of one line, a day ago. `amountMinor` is what was charged for it. */
export function anOrder(
  id: number,
  change: Partial<OrderSnapshot> & { readonly amountMinor?: number } = {},
): OrderSnapshot {
  const { amountMinor = 10_000, ...rest } = change;
  const processedAt = rest.processedAt ?? NOW - DAY_MS;
  return {
    orderId: order(id),
    name: `#${id}`,
    updatedAt: processedAt,
    processedAt,
    cancelledAt: null,
    state: 'paid',
    isTest: false,
    currency: 'EUR',
    channel: 'web',
    locationId: null,
    shopifyCustomerId: shopper(1),
    cardNumber: null,
    lines: [aLine({ priceMinor: amountMinor, amountMinor })],
    ...rest,
  };
}

/** The order's one unit given back, an hour ago. */
export const aRefund = (orderId: number, id: number, change: Partial<Refund> = {}): Refund => ({
  refundId: String(id) as RefundId,
  orderId: order(orderId),
  processedAt: NOW - 3_600_000,
  lines: [{ lineId: '1' as LineId, quantity: 1 }],
  goodwillMinor: 0,
  ...change,
});

export const told = (snapshot: OrderSnapshot, change: Partial<RecordPurchase> = {}): RecordPurchase => ({
  orderId: snapshot.orderId,
  snapshot,
  refunds: [],
  cardStatement: null,
  ...change,
});

export const toldRefund = (refund: Refund): RecordPurchase => ({
  orderId: refund.orderId,
  snapshot: null,
  refunds: [refund],
  cardStatement: null,
});

/** 500.00 → 1 %, 800.00 → 2 %, for everyone, for life. */
export const aDraft = (change: Draft = {}): Draft => ({
  ...emptyDraft,
  name: 'Regulars',
  levels: [
    { name: 'Bronze', fromSpent: '500.00', fromPurchases: '', percent: '1' },
    { name: 'Silver', fromSpent: '800.00', fromPurchases: '', percent: '2' },
  ],
  ...change,
});

/** What makes a draft one of steps: 0 % + 1 % to 10 %, and 30 days without a purchase take one back. */
export const inSteps = {
  mechanic: 'step_up',
  startPercent: '0',
  stepPercent: '1',
  capPercent: '10',
  decay: 'step_back',
  decayDays: '30',
} as const;

/** A program that is published and in force. */
export async function aProgram({ useCases, shop }: World, change: Draft = {}): Promise<ProgramId> {
  const drafted = await useCases.draftProgram(shop, null, aDraft(change));
  if (!drafted.ok) throw new Error(drafted.error.code);
  const published = await useCases.publishProgram(shop, drafted.value.id, null, null);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return drafted.value.id;
}

/** A card as it lies in the store: issued to somebody, or blank. */
export async function aCard({ stores, shop }: World, id: number, change: Partial<Card> = {}): Promise<CardNumber> {
  const number = cardNumber(id);
  const isIssued = (change.customerId ?? null) !== null;
  const card: Card = {
    number,
    seriesId: 'ser_0000000001' as SeriesId,
    programId: program(1),
    state: isIssued ? 'issued' : 'emitted',
    customerId: null,
    issuedAt: isIssued ? NOW - 10 * DAY_MS : null,
    issuedBy: null,
    replacedBy: null,
    expiresAt: null,
    history: [],
    revision: 0,
    ...change,
  };
  await stores.cards.emit(shop, [card]);
  return number;
}

export const atDay = (daysFromNow: number): Instant => NOW + daysFromNow * DAY_MS;
