import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EntitlementKey } from '../../shared/domain/entitlement/entitlement.ts';
import { TAG_LENGTH } from '../../shared/domain/entitlement/statement-form.ts';
import { writeStatement } from '../../shared/domain/entitlement/write-statement.ts';
import { currencyDigits } from '../../shared/domain/money/currency.ts';
import { parsePercent } from '../../shared/domain/money/percent.ts';
import type { Claim } from '../../shared/domain/quote/quote.ts';
import { exactMinor, readExact } from '../sandbox/storefront/exact.ts';
import { aNumber } from '../support/builders/a-card.ts';
import { programId, shopId } from '../support/builders/ids.ts';
import { type CheckoutCart, type CheckoutLine, keys, lineGid, SHOP } from './checkout-cart.ts';

const folder = join(import.meta.dirname, '../fixtures/carts');
const TODAY = '2026-11-22';

const days = {
  from: z.string().default(TODAY),
  until: z.string().default(TODAY),
};
const cartFile = z.strictObject({
  says: z.string(),
  day: z.string().default(TODAY),
  currency: z.string().default('EUR'),
  rate: z.string().default('1.0'),
  rules: z
    .strictObject({
      currency: z.string().default('EUR'),
      margin: z.string().default('5 %'),
      floor: z.boolean().default(true),
    })
    .prefault({}),
  loggedIn: z.strictObject({ ...days, claims: z.array(z.string()) }).optional(),
  typed: z
    .strictObject({
      ...days,
      percent: z.string(),
      by: z.enum(['storefront', 'checkout']).default('storefront'),
      shop: z.string().default(SHOP),
      key: z.enum(['newest', 'before', 'forgotten', 'forger']).default('newest'),
      change: z.strictObject({ percent: z.string().optional(), until: z.string().optional() }).optional(),
    })
    .or(z.strictObject({ by: z.enum(['storefront', 'checkout']), text: z.string() }))
    .optional(),
  lines: z.array(
    z.strictObject({
      price: z.string(),
      quantity: z.int().default(1),
      cost: z.string().optional(),
      kind: z.enum(['goods', 'custom', 'giftCard', 'outside']).default('goods'),
      copies: z.int().default(1),
      gives: z.string(),
    }),
  ),
  total: z.string(),
  message: z.string().optional(),
});
type CartFile = z.infer<typeof cartFile>;

/** A cart of test/fixtures/carts: what it says, and what it must give, in minor units. */
export type CartFixture = {
  readonly file: string;
  readonly says: string;
  readonly cart: CheckoutCart;
  readonly discounts: readonly number[];
  readonly totalMinor: number;
  readonly message: string | null;
};

/** All carts of test/fixtures/carts; its README explains the form. */
export const readCarts = (): readonly CartFixture[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFixture(file, cartFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))));

function readFixture(file: string, told: CartFile): CartFixture {
  const { says, day, currency, rate, rules, loggedIn, typed } = told;
  const lines = told.lines.flatMap((line) => Array.from({ length: line.copies }, () => line));
  const text = typed === undefined ? null : statementOf(typed);
  return {
    file,
    says,
    cart: {
      day,
      currency,
      rate,
      rules: {
        shop: SHOP,
        currency: rules.currency,
        marginBp: basisPoints(rules.margin),
        floorOn: rules.floor,
        keys: [keys.newest, keys.before],
        message: 'Your discount: {percent}',
      },
      loggedIn: loggedIn
        ? { sequence: 7, fromDay: loggedIn.from, untilDay: loggedIn.until, claims: claims(loggedIn) }
        : null,
      statement: {
        storefront: typed?.by === 'storefront' ? text : null,
        checkout: typed?.by === 'checkout' ? text : null,
      },
      lines: lines.map(
        ({ price, quantity, cost, kind }, i): CheckoutLine => ({
          id: lineGid(i),
          quantity,
          unitMinor: minor(price, currency),
          costMinor: cost === undefined ? null : minor(cost, rules.currency),
          kind,
        }),
      ),
    },
    discounts: lines.map(({ gives }) => minor(gives, currency)),
    totalMinor: minor(told.total, currency),
    message: told.message ?? null,
  };
}

/** The text in the cart. What was changed stands under the signature of what we wrote. */
function statementOf(typed: NonNullable<CartFile['typed']>): string {
  if ('text' in typed) return typed.text;
  const key: EntitlementKey = keys[typed.key];
  const write = (percent: string, untilDay: string): string => {
    const said = { sequence: 7, fromDay: typed.from, untilDay, discountBp: basisPoints(percent) };
    return writeStatement(key, { ...said, shop: shopId(typed.shop), cardNumber: aNumber(1) });
  };
  const text = write(typed.percent, typed.until);
  if (typed.change === undefined) return text;
  const changed = write(typed.change.percent ?? typed.percent, typed.change.until ?? typed.until);
  return changed.slice(0, -TAG_LENGTH) + text.slice(-TAG_LENGTH);
}

const claims = (told: { readonly claims: readonly string[] }): Claim[] =>
  told.claims.map((percent, i) => ({ programId: programId(`prg_program-${i}0`), discountBp: basisPoints(percent) }));

function basisPoints(percent: string): number {
  const read = parsePercent(percent);
  if (!read.ok) throw new Error(`not a percentage: ${percent}`);
  return read.value;
}

function minor(amount: string, currency: string): number {
  const read = readExact(amount);
  if (read === null || read.scale !== currencyDigits(currency))
    throw new Error(`not an amount of ${currency}: ${amount}`);
  return exactMinor(read, currency);
}
