import fc from 'fast-check';
import type { Entitlement } from '../../shared/domain/entitlement/entitlement.ts';
import { writeStatement } from '../../shared/domain/entitlement/write-statement.ts';
import { currencyDigits } from '../../shared/domain/money/currency.ts';
import type { RewardsOwed } from '../../shared/domain/quote/rewards.ts';
import { aNumber } from '../support/builders/a-card.ts';
import { programId } from '../support/builders/ids.ts';
import { type CheckoutCart, type CheckoutLine, keys, lineGid, SHOP } from './checkout-cart.ts';

const DAY = '2026-11-22';
const days = fc.constantFrom(DAY, DAY, DAY, '2026-11-21', '2026-11-23');
const percents = fc.oneof(fc.constantFrom(0, 1, 100, 300, 750, 1_000, 3_000, 10_000), fc.nat(10_000));

/** The shop's currency, the cart's, and units of the cart's for one of the shop's. */
type Place = { readonly shop: string; readonly currency: string; readonly rate: string };

const places = fc.constantFrom<Place>(
  { shop: 'EUR', currency: 'EUR', rate: '1.0' },
  { shop: 'JPY', currency: 'JPY', rate: '1.0' },
  { shop: 'KWD', currency: 'KWD', rate: '1.0' },
  { shop: 'EUR', currency: 'JPY', rate: '160.25' },
  { shop: 'EUR', currency: 'USD', rate: '1.0837' },
  { shop: 'JPY', currency: 'EUR', rate: '0.0061' },
  { shop: 'USD', currency: 'KWD', rate: '0.3071' },
);

const rewards: fc.Arbitrary<RewardsOwed> = fc
  .record({
    after: fc.constantFrom(1, 2, 3, 10),
    shareBp: fc.constantFrom(1, 1_000, 5_000, 10_000),
    begun: fc.nat(9),
    countedMinor: fc.nat(2_000_000),
    deficit: fc.constantFrom(0, 0, 0, 2),
    readyMinor: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 }),
    carries: fc.boolean(),
    counts: fc.boolean(),
  })
  .map(({ begun, countedMinor, ...rest }) => {
    const progress = rest.deficit > 0 ? 0 : begun % rest.after;
    return { ...rest, progress, countedMinor: progress === 0 ? 0 : countedMinor };
  });
const maybeRewards = fc.option(rewards).map((owed) => (owed === null ? {} : { rewards: owed }));

const entitlements: fc.Arbitrary<Entitlement> = fc
  .record({
    sequence: fc.nat(1000),
    fromDay: days,
    untilDay: days,
    claims: fc.array(
      percents.map((discountBp) => ({ programId: programId('prg_0123456789'), discountBp })),
      { maxLength: 3 },
    ),
    more: maybeRewards,
  })
  .map(({ more, ...said }) => ({ ...said, ...more }));

const statements = fc
  .record({
    key: fc.constantFrom(keys.newest, keys.newest, keys.before, keys.forgotten, keys.forger),
    fromDay: days,
    untilDay: days,
    discountBp: percents,
    more: maybeRewards,
  })
  .map(({ key, more, ...said }) =>
    writeStatement(key, { ...said, ...more, sequence: 1, shop: SHOP, cardNumber: aNumber(1) }),
  );

/** Costs near the price on purpose: what the floor does is decided there. */
const lines = fc.record({
  quantity: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
  unitMinor: fc.oneof(fc.constantFrom(0, 1, 49, 50, 19_999), fc.nat(2_000_000)),
  costPerMille: fc.option(fc.oneof(fc.integer({ min: 500, max: 1_000 }), fc.nat(1_200))),
  kind: fc.constantFrom('goods', 'goods', 'goods', 'goods', 'goods', 'custom', 'giftCard', 'outside'),
} as const);

/** A cart of so many lines, with whatever a shop and a shopper may bring together, everywhere or at the places said. */
export const randomCarts = (
  minLength: number,
  maxLength: number,
  where: fc.Arbitrary<Place> = places,
): fc.Arbitrary<CheckoutCart> =>
  fc
    .record({
      place: where,
      marginBp: fc.oneof(fc.constantFrom(0, 500), fc.nat(5_000)),
      floorOn: fc.constantFrom(true, true, true, false),
      loggedIn: fc.option(entitlements),
      storefront: fc.option(statements),
      lines: fc.array(lines, { minLength, maxLength }),
    })
    .map(({ place, marginBp, floorOn, loggedIn, storefront, lines: some }) => ({
      day: DAY,
      currency: place.currency,
      rate: place.rate,
      rules: {
        shop: SHOP,
        currency: place.shop,
        marginBp,
        floorOn,
        keys: [keys.newest, keys.before],
        message: 'Your discount: {percent}',
      },
      loggedIn,
      statement: { storefront, checkout: null },
      lines: some.map(({ costPerMille, ...said }, i): CheckoutLine => {
        const share = costPerMille === null || said.kind !== 'goods' ? null : costPerMille / 1000;
        return { id: lineGid(i), ...said, costMinor: share === null ? null : costOf(said.unitMinor * share, place) };
      }),
    }));

/** Roughly the same worth in the shop's currency. */
const costOf = (minor: number, { shop, currency, rate }: { shop: string; currency: string; rate: string }): number =>
  Math.floor((minor / Number(rate)) * 10 ** (currencyDigits(shop) - currencyDigits(currency)));
