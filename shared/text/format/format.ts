import { currencyDigits } from '../../domain/money/currency.ts';
import { formatDecimal } from '../../domain/money/decimal.ts';

/** Writes money, percentages and time as the reader's language does, in the shop's currency and time zone. */
export type Format = {
  /** Minor units of the shop's currency; exact, because Intl reads the digits and never a float. */
  readonly money: (minor: number) => string;
  /** Basis points: 750 → "7.5%". */
  readonly percent: (bp: number) => string;
  readonly count: (value: number) => string;
  /** The shop-local day of an instant. */
  readonly date: (at: number) => string;
  readonly dateTime: (at: number) => string;
  /** A calendar day `YYYY-MM-DD`; no time zone is applied. */
  readonly day: (day: string) => string;
  /** The same without the year, for the axis of a chart. */
  readonly shortDay: (day: string) => string;
  /** A language tag by its name: de → German; the tag itself where it has none. */
  readonly language: (tag: string) => string;
};

export type FormatFor = { readonly language: string; readonly currency: string; readonly timeZone: string };

type Digits = `${number}`;

const atUtcNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** Makes the formatters once; Intl's are slow to make and quick to use. */
export function createFormat({ language, currency, timeZone }: FormatFor): Format {
  const digits = currencyDigits(currency);
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const count = new Intl.NumberFormat(language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const shortDay = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return {
    money: (minor) => money.format(signed(minor, (amount) => formatDecimal(amount, currency))),
    percent: (bp) => percent.format(`${bp}E-4` as Digits),
    count: (value) => count.format(value),
    date: (at) => date.format(at),
    dateTime: (at) => dateTime.format(at),
    day: (text) => day.format(atUtcNoon(text)),
    shortDay: (text) => shortDay.format(atUtcNoon(text)),
    language: (tag) => nameOf(languages, tag),
  };
}

/** The core's money is never negative; a difference shown on a screen may be. */
function signed(minor: number, decimal: (amount: number) => string): Digits {
  return (minor < 0 ? `-${decimal(-minor)}` : decimal(minor)) as Digits;
}

/** Tags come from people and from other systems; a malformed one is shown as it is. */
function nameOf(languages: Intl.DisplayNames, tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
