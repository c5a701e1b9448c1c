import { ok, type Result, refused } from '../result.ts';
import { currencyDigits } from './currency.ts';
import type { CurrencyCode } from './money.ts';

export type DecimalRefusal = { readonly code: 'not_a_decimal' | 'too_precise' | 'too_large' | 'negative' };

const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;

/**
 * Reads a decimal digit by digit into minor units of the currency. Zeros behind the currency's last digit are no
 * more precise (Shopify writes JPY as "300.00"); any other digit there is a refusal, never a rounding.
 */
export function parseDecimal(text: string, currency: CurrencyCode): Result<number, DecimalRefusal> {
  const match = DECIMAL.exec(text);
  if (match === null) return refused({ code: 'not_a_decimal' });
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = currencyDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return refused({ code: 'too_precise' });
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) return refused({ code: 'too_large' });
  return sign === '-' && minor > 0 ? refused({ code: 'negative' }) : ok(minor);
}

/** Writes minor units as Shopify does, e.g. 30000 EUR → "300.00", 300 JPY → "300". */
export function formatDecimal(minor: number, currency: CurrencyCode): string {
  const digits = currencyDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
