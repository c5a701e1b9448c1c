import fc from 'fast-check';
import type { StoredStanding } from '../../server/app/ports/standing-store.ts';
import { entitlementOf } from '../../server/app/standing/entitlement-of.ts';
import type { Entitlement } from '../../shared/domain/entitlement/entitlement.ts';
import type { ProductId, ShopId } from '../../shared/domain/ids.ts';
import type { ProgramDraft } from '../../shared/domain/program/draft.ts';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import { pastId } from '../../shared/domain/simulation/past-ids.ts';
import type { Facts } from '../../shared/domain/standing/standing.ts';
import { shopper } from '../app/builders.ts';
import type { Told } from '../domain/simulation/past.ts';
import { plainWalk } from '../domain/simulation/reference.ts';
import type { CheckoutCart } from '../function/checkout-cart.ts';
import { randomCarts } from '../function/random-carts.ts';
import type { TestApp } from '../support/app.ts';
import { aCard, aNumber } from '../support/builders/a-card.ts';
import { aDraft, inSteps } from '../support/builders/a-draft.ts';
import { productId } from '../support/builders/ids.ts';

const DAY_MS = 86_400_000;
const COUNTRY = fc.constant({ shop: 'EUR', currency: 'EUR', rate: '1.0' });

/** The card of every holder. */
export const CARD = aNumber(1);

/** Carts of a shop at home: up to fifteen lines, which the Function prices as the server does to the minor unit. */
export const homeCarts = randomCarts(1, 15, COUNTRY);

/** A shop with one program and one holder who has bought before, as each of the four places knows them. */
export type Place = {
  readonly shop: ShopId;
  readonly program: ProgramVersion;
  readonly marginBp: number | null;
  readonly past: readonly Told[];
  readonly pastDiscountMinor: number;
  readonly entitlement: Entitlement | null;
  readonly now: number;
  readonly timeZone: string;
};

const nth = (nthItems: string, nthPercent: string, said: Partial<ProgramDraft> = {}): Partial<ProgramDraft> => ({
  mechanic: 'nth_item',
  nthItems,
  nthPercent,
  ...said,
});

const outside = (i: number): ProductId => productId(String(901 + i));

/** What some of the programs are not about: as many products as a cart has lines. */
const OUTSIDE = Array.from({ length: 15 }, (_, i) => outside(i));

/** What the line at that place of a cart is of; null: typed in at the till. */
export const productAt = (lines: CheckoutCart['lines'], i: number): ProductId | null => {
  const kind = lines[i]?.kind ?? 'custom';
  if (kind === 'outside') return outside(i);
  return kind === 'custom' ? null : productId(String(i + 1));
};

/** Every mechanic that a basket meets, gentle and greedy ones. */
const DRAFTS: readonly Partial<ProgramDraft>[] = [
  { mechanic: 'fixed', fixedPercent: '5' },
  { mechanic: 'fixed', fixedPercent: '12.34' },
  { mechanic: 'fixed', fixedPercent: '99.99' },
  {},
  { window: 'rolling_days', windowLength: '365', reachedBy: 'all' },
  inSteps({ startPercent: '2.5', stepPercent: '7.5', capPercent: '30' }),
  inSteps({ decay: 'step_back', decayDays: '30' }),
  { mechanic: 'fixed', fixedPercent: '20', orderCap: '12.34' },
  inSteps({ startPercent: '10', capPercent: '30', monthCap: '25', orderCap: '20' }),
  nth('3', '33.33'),
  nth('2', '100', { surplus: 'carries' }),
  nth('1', '50', { rewarded: 'counts' }),
  nth('10', '10', { surplus: 'carries', rewarded: 'counts' }),
  { excluded: OUTSIDE },
  nth('2', '60', { excluded: OUTSIDE }),
];
const MARGINS = [null, 0, 500, 2_500];

/** What a cart is to a simulation: goods without gift cards, which no discount touches. */
export function asTold(orderId: string, at: number, lines: CheckoutCart['lines']): Told {
  const goods = lines
    .map((line, i) => ({ ...line, product: productAt(lines, i) }))
    .filter(({ kind }) => kind !== 'giftCard');
  return {
    orderId,
    customerId: '1',
    at,
    lines: goods.map(({ product, quantity, unitMinor, costMinor }, i) => ({
      lineId: String(i + 1),
      productId: product === null ? null : pastId(product),
      quantity,
      amountMinor: quantity * unitMinor,
      unitCostMinor: costMinor,
      returns: [],
    })),
  };
}

const modest = ({ lines }: CheckoutCart): CheckoutCart['lines'] =>
  lines.slice(0, 2).map((line) => ({ ...line, quantity: Math.min(line.quantity, 2), costMinor: null }));

/** A few small purchases, the newest ten days ago. */
const pastsBefore = (now: number) =>
  fc
    .array(homeCarts.map(modest), { minLength: 1, maxLength: 3 })
    .map((carts) => carts.map((some, i) => asTold(String(i + 1), now - (30 - 10 * i) * DAY_MS, some)));

/** Every program with every margin, each in a shop of its own of the running app. */
export async function settle(app: TestApp): Promise<readonly Place[]> {
  const now = app.clock.now();
  const places = DRAFTS.flatMap((draft) => MARGINS.map((marginBp) => ({ draft, marginBp })));
  const pasts = fc.sample(pastsBefore(now), { seed: 601, numRuns: places.length });
  const settled: Place[] = [];
  for (const [i, { draft, marginBp }] of places.entries())
    settled.push(await settleOne(app, `place-${i}.myshopify.com`, { draft, marginBp, past: pasts[i] ?? [], now }));
  return settled;
}

type Said = {
  readonly draft: Partial<ProgramDraft>;
  readonly marginBp: number | null;
  readonly past: readonly Told[];
  readonly now: number;
};

/** Drafts and publishes through the front door, as a merchant would. */
async function publish(app: TestApp, domain: string, draft: Partial<ProgramDraft>): Promise<ProgramVersion> {
  const { post } = app.as(domain);
  const made = await post('/api/programs', { draft: aDraft(draft) });
  const { id } = (await made.json()) as { id: ProgramVersion['programId'] };
  const published = await post(`/api/programs/${id}/publish`, { effectiveAt: null });
  if (!published.ok) throw new Error(await published.text());
  const [program] = await app.stores.programs.versions(app.shop(domain), id);
  if (program === undefined) throw new Error('nothing was published');
  return program;
}

/** What the holder bought, told as Shopify tells it, and the card that the till scans. */
async function enterHolder(app: TestApp, shop: ShopId, program: ProgramVersion, facts: Facts): Promise<StoredStanding> {
  for (const { orderId, snapshot } of facts.purchases) {
    const told = snapshot && { ...snapshot, shopifyCustomerId: shopper(1) };
    await app.useCases.recordPurchase(shop, { orderId, snapshot: told, refunds: [], cardStatement: null });
  }
  const customer = await app.stores.customers.findByShopifyId(shop, shopper(1));
  const stored = customer && (await app.stores.standings.find(shop, customer.id));
  if (customer === null || stored === null) throw new Error('nobody bought');
  const held = { number: CARD, programId: program.programId, state: 'issued', customerId: customer.id } as const;
  await app.stores.cards.emit(shop, [aCard({ ...held, issuedAt: app.clock.now() - DAY_MS })]);
  return stored;
}

async function settleOne(app: TestApp, domain: string, { draft, marginBp, past, now }: Said): Promise<Place> {
  const shop = app.shop(domain);
  const program = await publish(app, domain, draft);
  const known = await app.stores.shops.find(shop);
  if (known === null) throw new Error('the shop is not there');
  const { settings, timeZone } = known;
  await app.useCases.changeSettings(shop, { ...settings, floorOn: marginBp !== null, marginBp: marginBp ?? 0 });
  const { facts, discountMinor } = plainWalk(program, past, { mode: 'with_program', marginBp, endsAt: now });
  const stored = await enterHolder(app, shop, program, facts);
  const entitlement = entitlementOf(stored, now, timeZone);
  return { shop, program, marginBp, past, pastDiscountMinor: discountMinor, entitlement, now, timeZone };
}
