import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import type { LineReward, OrderLine, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../builders/a-line.ts';
import { lineId } from '../builders/ids.ts';

/** So many units at one price, and what rewards they took. */
type Units = { readonly quantity: number; readonly priceMinor: number; readonly reward?: LineReward };

export function money(text: string): number {
  const read = parseDecimal(text, 'EUR');
  if (!read.ok) throw new Error(`"${text}" is no amount`);
  return read.value;
}

/** `1 of 300.00 after 10`: one reward of so much, which came after ten items. */
function readReward(text: string): LineReward {
  const [, count, given = '', after] = /^(\d+) of (\S+) after (\d+)$/.exec(text) ?? [];
  return { after: Number(after), count: Number(count), givenMinor: money(given) };
}

/** Reads `300.00`, `2 × 50.00`, `2 × 50.00 + 300.00` or `2 × 400.00 less 1 of 300.00 after 10`. */
const readUnits = (text: string): readonly Units[] =>
  text.split(' + ').map((part) => {
    const [goods = '', reward] = part.split(' less ');
    const [left = '', right] = goods.split(' × ');
    const rewarded = reward === undefined ? {} : { reward: readReward(reward) };
    return right === undefined
      ? { quantity: 1, priceMinor: money(left), ...rewarded }
      : { quantity: Number(left), priceMinor: money(right), ...rewarded };
  });

function lineOf({ quantity, priceMinor, reward }: Units, i: number): OrderLine {
  const givenMinor = reward?.givenMinor ?? 0;
  const line = { lineId: lineId(String(i + 1)), quantity, priceMinor, amountMinor: quantity * priceMinor - givenMinor };
  return aLine({ ...line, ourDiscountMinor: givenMinor, ...(reward === undefined ? {} : { reward }) });
}

/** The lines of a new order: one for each price. */
export const newLines = (text: string): readonly OrderLine[] => readUnits(text).map(lineOf);

/** The lines of an order after an edit: fewer units are removed ones, more are more, a new price is a new line. */
export function editedLines(lines: readonly OrderLine[], text: string): readonly OrderLine[] {
  const wanted = readUnits(text);
  const kept = lines.map((line) => {
    const quantity = wanted.find((u) => u.priceMinor === line.priceMinor)?.quantity ?? 0;
    if (quantity <= line.quantity) return { ...line, removedQuantity: line.quantity - quantity };
    return { ...line, quantity, amountMinor: quantity * line.priceMinor, removedQuantity: 0 };
  });
  const added = wanted.filter((u) => !lines.some((line) => line.priceMinor === u.priceMinor));
  return [...kept, ...added.map((u, i) => lineOf(u, kept.length + i))];
}

/** Which units come back, found by their price. */
export const returnedLines = (lines: readonly OrderLine[], text: string): Refund['lines'] =>
  readUnits(text).map(({ quantity, priceMinor }) => {
    const line = lines.find((l) => l.priceMinor === priceMinor);
    if (line === undefined) throw new Error(`nothing at ${text} was bought`);
    return { lineId: line.lineId, quantity };
  });
