import { type Cells, COLUMNS, OPTIONAL, type RowFault } from './columns.ts';

/** Puts the cells of a row into the order of `COLUMNS`. */
export type Arrange = (row: readonly string[]) => Cells;

/**
 * Reads the first line of a CSV file: every column once, in any order, and others beside them. Null: it said why not.
 */
export function readHeader(row: readonly string[], sayFault: (fault: RowFault) => void): Arrange | null {
  const names: readonly string[] = row.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  let isWhole = true;
  for (const column of COLUMNS) {
    const times = names.filter((name) => name === column).length;
    if (times === 1 || (times === 0 && OPTIONAL.has(column))) continue;
    isWhole = false;
    sayFault({ line: 1, column, expected: 'one column of this name', found: names.join(',') });
  }
  if (!isWhole) return null;
  const places = COLUMNS.map((column) => names.indexOf(column));
  // Mostly a file has just these columns in this order.
  const isInOrder = names.every((name, i) => name === COLUMNS[i]);
  return isInOrder ? (cells) => cells : (cells) => places.map((i) => cells[i] ?? '');
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};

/**
 * The cells of a JSON object with a field for each column; numbers may be numbers, and what is empty may be missing.
 */
export const cellsOf = (fields: Readonly<Record<string, unknown>>): Cells =>
  COLUMNS.map((column) => textOf(fields[column]));
