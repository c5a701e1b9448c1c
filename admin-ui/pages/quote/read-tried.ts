import type { ProductView } from '../../../shared/contract/product.ts';
import { readDay } from '../../../shared/domain/calendar/day.ts';
import { instantOf } from '../../../shared/domain/calendar/local.ts';
import { parseShopifyId } from '../../../shared/domain/ids.ts';
import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { ITEMS, readCount, readMoney, type Say } from '../../../shared/domain/program/read-typed.ts';
import { readQuoteReference } from '../../../shared/domain/quote/quote-reference.ts';
import type { AskedQuote } from '../../api/useCustomer.ts';

/** As many letters as a line is asked about by. */
export const NAME_MAX = 80;

/** A line of the cart as it is typed. */
export type TriedLine = {
  readonly name: string;
  /** Of Shopify; empty: none was chosen. */
  readonly productId: string;
  readonly quantity: string;
  readonly price: string;
  readonly cost: string;
  readonly isGiftCard: boolean;
};

export type Tried = {
  readonly lines: readonly TriedLine[];
  readonly when: 'now' | 'earlier' | 'quote';
  readonly day: string;
  readonly time: string;
  readonly reference: string;
  readonly channel: 'web' | 'till';
  /** Of a till, as it is typed. */
  readonly location: string;
};

export const emptyLine: TriedLine = { name: '', productId: '', quantity: '1', price: '', cost: '', isGiftCard: false };

/** What a line becomes once a product is chosen for it: title and lowest price stand in the fields, to be changed. */
export function withProduct(
  { id, title, price }: Pick<ProductView, 'id' | 'title' | 'price'>,
  currency: CurrencyCode,
): Partial<TriedLine> {
  const named = { productId: id, name: title.slice(0, NAME_MAX) };
  return price === null ? named : { ...named, price: formatDecimal(price.minMinor, currency) };
}

type Place = { readonly currency: CurrencyCode; readonly timeZone: string };

/** What is asked; each fault under the path of its field, and nothing asked then. */
export function readTried(tried: Tried, place: Place, say: Say): AskedQuote {
  const cart = tried.lines.map(({ name, productId, quantity, price, cost, isGiftCard }, i) => {
    const count = readCount(quantity, `lines.${i}.quantity`, say, ITEMS);
    const isKnown = cost.trim() !== '';
    return {
      id: name.trim() === '' ? String(i + 1) : `${i + 1} ${name.trim()}`.slice(0, 100),
      quantity: count,
      amountMinor: count * readMoney(price, `lines.${i}.price`, place.currency, say),
      unitCostMinor: isKnown ? readMoney(cost, `lines.${i}.cost`, place.currency, say) : null,
      isGiftCard,
      productId: productId === '' ? null : productId,
    };
  });
  const at = tried.when === 'earlier' ? readInstant(tried, place, say) : null;
  const reference = tried.when === 'quote' ? tried.reference.trim() : '';
  if (tried.when === 'quote' && readQuoteReference(reference) === null) say('reference', { code: 'choice_unknown' });
  return { cart, at, reference, channel: tried.channel, location: readLocation(tried, say) };
}

function readLocation({ channel, location }: Tried, say: Say): string {
  const typed = channel === 'till' ? location.trim() : '';
  if (typed !== '' && parseShopifyId(typed) === null) say('location', { code: 'locations_unreadable' });
  return typed;
}

const MINUTE_MS = 60_000;

function readInstant({ day, time }: Tried, { timeZone }: Place, say: Say): number {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hour === undefined) {
    say('time', { code: 'time_unreadable' });
    return 0;
  }
  const ms = (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
  // Whatever happened in that minute had happened.
  return instantOf({ ...readDay(day), ms }, timeZone) + MINUTE_MS - 1;
}
