import { formatDecimal } from '../../../shared/domain/money/decimal.ts';

/** An amount as people read it, from minor units: "€1,234.50". */
export function moneyText(minor: number, currency: string): string {
  const decimal = formatDecimal(minor, currency);
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    decimal as Intl.StringNumericLiteral,
  );
}

/** An instant as people read it, in the time zone given. */
export function timeText(at: number, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(at);
}

/** "1 item", "2 items". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** JSON as people read it; what is no JSON stays as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
