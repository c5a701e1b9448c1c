import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import type { MonthSummary } from '../../../shared/domain/simulation/summary.ts';
import { monthName } from './simulated-words.ts';

/** A cell that no spreadsheet takes for a formula, and that commas and quotes in it do not break. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A program with its months, and its customers by group at the end of each. */
export type MonthsOf = {
  readonly name: string;
  readonly months: readonly MonthSummary[];
  readonly groups: readonly string[];
  readonly countsOf: (month: MonthSummary) => readonly number[];
};

const HEAD = [
  'program',
  'month',
  'orders',
  'amount',
  'discount',
  'returned',
  'floor_saved',
  'known_cost',
  'known_amount',
];

/**
 * Programs month by month as CSV: amounts as decimals of the currency, and a column for each group of customers, empty
 * where a program has no such group.
 */
export function monthsCsv(programs: readonly MonthsOf[], currency: string): string {
  const groups = [...new Set(programs.flatMap((program) => program.groups))];
  const money = (minor: number) => formatDecimal(minor, currency);
  const rows = programs.flatMap(({ name, months, groups: own, countsOf }) =>
    months.map((month) => {
      const counts = new Map(own.map((group, i) => [group, String(countsOf(month)[i] ?? 0)]));
      return [
        ...[name, monthName(month), String(month.orders)],
        ...[month.amountMinor, month.discountMinor, month.returnedMinor, month.floorSavedMinor].map(money),
        ...[month.costMinor, month.costedMinor].map(money),
        ...groups.map((group) => counts.get(group) ?? ''),
      ];
    }),
  );
  return [[...HEAD, ...groups], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
