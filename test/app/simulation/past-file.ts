import fc from 'fast-check';
import type {
  CustomerId,
  LineId,
  LocationId,
  OrderId,
  ProductId,
  RefundId,
  VariantId,
} from '../../../shared/domain/ids.ts';
import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { Channel, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { customer } from '../builders.ts';
import type { World } from '../set-up.ts';

/** A line of a file of orders; `cost` by the product, as everything of one product costs the same. */
type Line = {
  readonly product: number;
  readonly quantity: number;
  readonly priceMinor: number;
  readonly discountMinor: number;
  readonly returned: { readonly days: number; readonly quantity: number } | null;
};

/** An order of a file: nobody's where `customer` is null. */
export type FileOrder = {
  readonly customer: number | null;
  readonly at: number;
  readonly channel: Channel;
  readonly location: number | null;
  readonly lines: readonly Line[];
};

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1, 9);
const COSTS: Readonly<Record<number, number>> = { 501: 900, 502: 8_000 };

const line: fc.Arbitrary<Line> = fc
  .record({
    product: fc.constantFrom(501, 502, 503),
    quantity: fc.constantFrom(1, 1, 2, 3, 12),
    priceMinor: fc.constantFrom(1, 333, 1_000, 9_999, 50_000),
    discountMinor: fc.constantFrom(0, 0, 1),
    back: fc.option(fc.record({ days: fc.nat(90), quantity: fc.constantFrom(1, 2) }), { freq: 3 }),
  })
  .map(({ back, ...rest }) => ({
    ...rest,
    returned: back === null ? null : { days: back.days, quantity: Math.min(back.quantity, rest.quantity) },
  }));

/** Orders of some people over two years, some nobody's, some on the same day. */
export const fileOrders: fc.Arbitrary<readonly FileOrder[]> = fc.array(
  fc.record({
    customer: fc.constantFrom(5, 5, 5, 12, 7, null),
    at: fc.nat(730).map((day) => START + day * DAY_MS),
    channel: fc.constantFrom<Channel>('web', 'till', 'other'),
    location: fc.constantFrom(null, 61, 9),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 25 },
);

const HEADER = [
  'order_id,customer_id,processed_at,line_id,product_id,quantity,unit_price,discount',
  'refunded_quantity,refunded_at,unit_cost,location_id,channel',
].join(',');
const instant = (at: number) => new Date(at).toISOString();
const orderIdOf = (i: number) => 1000 + i;
const lineIdOf = (i: number, j: number) => 10 * orderIdOf(i) + j;

/** The orders as a file that `npm run simulate` reads. */
export function asCsv(orders: readonly FileOrder[], currency: CurrencyCode): string {
  const decimal = (minor: number) => formatDecimal(minor, currency);
  const rows = orders.flatMap(({ customer: who, at, channel, location, lines }, i) =>
    lines.map(({ product, quantity, priceMinor, discountMinor, returned }, j) =>
      [
        orderIdOf(i),
        who === null ? '' : who,
        instant(at),
        lineIdOf(i, j),
        product,
        quantity,
        decimal(priceMinor),
        decimal(discountMinor),
        returned?.quantity ?? '',
        returned === null ? '' : instant(at + returned.days * DAY_MS),
        COSTS[product] === undefined ? '' : decimal(COSTS[product]),
        location ?? '',
        channel,
      ].join(','),
    ),
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** The same orders as Shopify tells them, with no discount of ours in them. */
export async function storeOrders({ stores, shop, clock }: World, orders: readonly FileOrder[]): Promise<void> {
  const costs = Object.entries(COSTS).map(([id, costMinor]) => ({ variantId: id as VariantId, costMinor }));
  await stores.costs.put(shop, clock.now(), costs);
  for (const [i, one] of orders.entries()) {
    const orderId = String(orderIdOf(i)) as OrderId;
    await stores.purchases.record(shop, orderId, snapshotOf(orderId, one, i), refundsOf(orderId, one, i));
    const who: CustomerId | null = one.customer === null ? null : customer(one.customer);
    await stores.purchases.attribute(shop, orderId, who, false);
  }
}

const snapshotOf = (orderId: OrderId, { at, channel, location, lines }: FileOrder, i: number): OrderSnapshot =>
  aSnapshot({
    orderId,
    processedAt: at,
    channel,
    locationId: location === null ? null : (String(location) as LocationId),
    lines: lines.map(({ product, quantity, priceMinor, discountMinor }, j) =>
      aLine({
        lineId: String(lineIdOf(i, j)) as LineId,
        productId: String(product) as ProductId,
        variantId: String(product) as VariantId,
        quantity,
        priceMinor,
        amountMinor: quantity * priceMinor - discountMinor,
      }),
    ),
  });

const refundsOf = (orderId: OrderId, { at, lines }: FileOrder, i: number): readonly Refund[] =>
  lines.flatMap(({ returned }, j) =>
    returned === null
      ? []
      : [
          {
            refundId: `9${lineIdOf(i, j)}` as RefundId,
            orderId,
            processedAt: at + returned.days * DAY_MS,
            lines: [{ lineId: String(lineIdOf(i, j)) as LineId, quantity: returned.quantity }],
            goodwillMinor: 0,
          },
        ],
  );
