import { currencyDigits } from '../../../shared/domain/money/currency.ts';

const DECIMAL = /^(\d{1,18})(?:\.(\d{1,18}))?$/;

/** A decimal as Shopify's Functions write it, kept exact: `digits` × 10^-`scale`. */
type Exact = { readonly digits: bigint; readonly scale: number };

/** Reads what a Function may put where the schema says Decimal; null when it is none or negative. */
export function readExact(value: unknown): Exact | null {
  const match = DECIMAL.exec(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '');
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** A decimal amount in minor units, half up where it is finer than the currency. */
export function exactMinor(amount: Exact, currency: string): number {
  return halfUp(amount.digits * 10n ** BigInt(currencyDigits(currency)), 10n ** BigInt(amount.scale));
}

/** So many percent of an amount, rounded half up to the minor unit. */
export function exactPercent(amountMinor: number, percent: Exact): number {
  return halfUp(BigInt(amountMinor) * percent.digits, 100n * 10n ** BigInt(percent.scale));
}

/** As Shopify writes decimals into a Function's input: "200.0", "199.99". */
export function functionDecimal(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = (digits === 0 ? '' : text.slice(-digits)).replace(/0+$/, '');
  return `${whole}.${fraction === '' ? '0' : fraction}`;
}
