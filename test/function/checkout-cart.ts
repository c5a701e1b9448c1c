import type { CheckoutRules, Day, Entitlement, EntitlementKey } from '../../shared/domain/entitlement/entitlement.ts';
import { isValidOn } from '../../shared/domain/entitlement/is-valid-on.ts';
import { readStatement } from '../../shared/domain/entitlement/read-statement.ts';
import { currencyDigits } from '../../shared/domain/money/currency.ts';
import type { CurrencyCode } from '../../shared/domain/money/money.ts';
import type { Scope } from '../../shared/domain/program/scope.ts';
import type { CartLine, Claim, Quote } from '../../shared/domain/quote/quote.ts';
import { quoteCart } from '../../shared/domain/quote/quote-cart.ts';
import type { RewardClaim } from '../../shared/domain/quote/rewards.ts';
import { productId, programId, shopId } from '../support/builders/ids.ts';

export const SHOP = shopId('demo.myshopify.com');

/** The two keys checkout knows, newest first; one that it knew once; and one of a forger who calls it like ours. */
export const keys = {
  newest: { id: 'b', hex: '000102030405060708090a0b0c0d0e0f' },
  before: { id: 'a', hex: 'f0e0d0c0b0a090807060504030201000' },
  forgotten: { id: 'z', hex: '00112233445566778899aabbccddeeff' },
  forger: { id: 'b', hex: 'ffffffffffffffffffffffffffffffff' },
} as const satisfies Record<string, EntitlementKey>;

export type CheckoutLine = {
  readonly id: string;
  readonly quantity: number;
  /** In minor units of the cart's currency. */
  readonly unitMinor: number;
  /** In minor units of the shop's currency; null where none is known. */
  readonly costMinor: number | null;
  /**
   * `custom`: typed into a draft order or at the till; no variant, so no cost. `outside`: none of the programs' goods.
   */
  readonly kind: 'goods' | 'custom' | 'giftCard' | 'outside';
};

/** A cart as it stands at checkout, with everything the Function may believe or not. */
export type CheckoutCart = {
  readonly day: Day;
  readonly currency: CurrencyCode;
  /** Units of the cart's currency for one of the shop's. */
  readonly rate: string;
  readonly rules: CheckoutRules;
  readonly loggedIn: Entitlement | null;
  readonly statement: { readonly storefront: string | null; readonly checkout: string | null };
  readonly lines: readonly CheckoutLine[];
};

/** What none of the programs is about. */
const OUTSIDE = productId('99');

export const lineGid = (i: number): string =>
  `gid://shopify/CartLine/${String(i).padStart(8, '0')}-1234-4abc-8def-0123456789ab`;

/** The quote the server would give: the claims that hold today, the floor worked out in whole numbers without end. */
export function quoteOf(cart: CheckoutCart): Quote {
  // What is paid for a gift card is money for goods to come, so it is no line of a quote.
  const goods = cart.lines.filter(({ kind }) => kind !== 'giftCard');
  const lines = goods.map((line): CartLine => {
    const { id, quantity, unitMinor, kind } = line;
    const product = kind === 'outside' ? OUTSIDE : null;
    return { id, quantity, amountMinor: unitMinor * quantity, floorMinor: floorOf(cart, line), productId: product };
  });
  const scope: Scope = { kind: 'all', excluded: [OUTSIDE] };
  const reward = rewardsOf(cart);
  const claims = claimsOf(cart).map((claim) => ({ ...claim, scope }));
  return quoteCart(lines, claims, reward === null ? null : { ...reward, scope });
}

/** Any card that was typed decides whose rewards they are; a cart in another currency takes them at its rate. */
function rewardsOf({ day, currency, rate, rules, loggedIn, statement, lines }: CheckoutCart): RewardClaim | null {
  const text = statement.checkout ?? statement.storefront;
  const told = text === null ? loggedIn : readStatement(text, rules.keys, rules.shop);
  const owed = told !== null && isValidOn(told, day) ? told.rewards : undefined;
  // In longer carts the Function lets rewards wait.
  if (owed === undefined || lines.length > 50) return null;
  const change = (minor: number) => Math.round(minor * rateOf({ currency, rate, rules }));
  const readyMinor = owed.readyMinor.map(change);
  return { ...owed, countedMinor: change(owed.countedMinor), readyMinor, programId: programId('prg_of-the-rewards') };
}

type Rated = Pick<CheckoutCart, 'currency' | 'rate' | 'rules'>;

/** So many minor units of the cart's currency are one of the shop's. */
function rateOf({ currency, rate, rules }: Rated): number {
  if (currency === rules.currency) return 1;
  return (Number(rate) * 10 ** currencyDigits(currency)) / 10 ** currencyDigits(rules.currency);
}

/** A cap in the cart's currency, rounded down. */
const capIn = (cart: Rated, { capMinor }: Pick<Claim, 'capMinor'>): Pick<Claim, 'capMinor'> =>
  capMinor === undefined ? {} : { capMinor: Math.floor(capMinor * rateOf(cart)) };

function claimsOf(cart: CheckoutCart): readonly Claim[] {
  const { day, rules, loggedIn, statement } = cart;
  const typed = [statement.checkout, statement.storefront]
    .map((text) => readStatement(text ?? '', rules.keys, rules.shop))
    .find((read) => read !== null && isValidOn(read, day));
  const known = loggedIn !== null && isValidOn(loggedIn, day) ? loggedIn.claims : [];
  const ofCard = typed
    ? [{ programId: programId('prg_of-the-card'), discountBp: typed.discountBp, ...capIn(cart, typed) }]
    : [];
  return [...ofCard, ...known.map((claim) => ({ ...claim, ...capIn(cart, claim) }))];
}

/** What a line may not fall below, in minor units of the cart's currency; 0 where there is no floor. */
export function floorOf(
  { currency, rate, rules }: CheckoutCart,
  { costMinor, quantity, unitMinor, kind }: CheckoutLine,
): number {
  if (kind === 'giftCard') return unitMinor * quantity;
  if (!rules.floorOn || costMinor === null || kind === 'custom') return 0;
  const [whole = '', fraction = ''] = rate.split('.');
  const above =
    BigInt(costMinor) *
    BigInt(quantity) *
    BigInt(10_000 + rules.marginBp) *
    BigInt(whole + fraction) *
    unitOf(currency);
  const below = 10_000n * 10n ** BigInt(fraction.length) * unitOf(rules.currency);
  return Number((above + below - 1n) / below);
}

const unitOf = (currency: CurrencyCode): bigint => 10n ** BigInt(currencyDigits(currency));
