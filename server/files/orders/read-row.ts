import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { COST_OF_LINE_MAX, type PastRow } from '../../../shared/domain/simulation/gather-history.ts';
import type { PastReturn } from '../../../shared/domain/simulation/history.ts';
import { type Cells, COLUMNS, type Column } from './columns.ts';
import { aChannel, anAmount, anId, anInstant, aQuantity, noneOrMore, type Reader } from './read-cells.ts';
import { rememberingLast } from './remembering.ts';

/** Told of each cell that is not what was expected. */
export type Say = (column: Column, expected: string, found: string) => void;

const PLACES = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Readonly<Record<Column, number>>;

/** Reads the rows of a file whose amounts are in that currency; null where something was said about the row. */
export function createReadRow(currency: CurrencyCode, say: Say): (cells: Cells) => PastRow | null {
  const amount = anAmount(currency);
  const processedAt = { ...anInstant, read: rememberingLast(anInstant.read) };
  const location = { ...anId, read: rememberingLast(anId.read) };
  let cells: Cells = [];
  let isWhole = true;

  const wrong = (column: Column, expected: string): null => {
    isWhole = false;
    say(column, expected, cells[PLACES[column]] ?? '');
    return null;
  };
  const must = <T>(column: Column, { read, expected }: Reader<T>): T | null =>
    read(cells[PLACES[column]] ?? '') ?? wrong(column, expected);
  const may = <T>(column: Column, reader: Reader<T>): T | null =>
    (cells[PLACES[column]] ?? '') === '' ? null : must(column, reader);

  const readAmount = (quantity: number): number => {
    const whole = quantity * (must('unit_price', amount) ?? 0);
    const less = may('discount', amount) ?? 0;
    if (!Number.isSafeInteger(whole)) wrong('unit_price', 'a line worth less than 2^53 minor units');
    if (isWhole && less > whole) wrong('discount', 'no more than quantity × unit_price');
    return whole - less;
  };
  const readCost = (quantity: number): number | null => {
    const each = may('unit_cost', amount);
    if (each !== null && each * quantity > COST_OF_LINE_MAX)
      wrong('unit_cost', 'a line that cost less than 2^43 minor units');
    return each;
  };
  const readReturn = (quantity: number): PastReturn | null => {
    const returned = may('refunded_quantity', noneOrMore) ?? 0;
    if (isWhole && returned > quantity) wrong('refunded_quantity', `no more than the ${quantity} bought`);
    const at = returned === 0 ? null : must('refunded_at', anInstant);
    return at === null ? null : { at, quantity: returned };
  };

  return (told) => {
    cells = told;
    isWhole = true;
    const quantity = must('quantity', aQuantity) ?? 0;
    const row: PastRow = {
      orderId: must('order_id', anId) ?? '',
      customerId: may('customer_id', anId),
      at: must('processed_at', processedAt) ?? 0,
      locationId: may('location_id', location),
      channel: may('channel', aChannel),
      lineId: must('line_id', anId) ?? '',
      productId: may('product_id', anId),
      quantity,
      amountMinor: readAmount(quantity),
      unitCostMinor: readCost(quantity),
      returned: readReturn(quantity),
    };
    return isWhole ? row : null;
  };
}
