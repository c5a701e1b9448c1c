/** The columns every file of orders has, and those it may have besides. Described in the README of this folder. */
export const COLUMNS = [
  'order_id',
  'customer_id',
  'processed_at',
  'line_id',
  'product_id',
  'quantity',
  'unit_price',
  'discount',
  'refunded_quantity',
  'refunded_at',
  'unit_cost',
  'location_id',
  'channel',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Those that a file may do without. */
export const OPTIONAL: ReadonlySet<Column> = new Set(['unit_cost', 'location_id', 'channel']);

/** The cells of one row as text, in the order of `COLUMNS`; an empty one is ''. */
export type Cells = readonly string[];

/**
 * What is wrong with a file of orders: the line from 1, the column (null: the whole line), what was expected, and what
 * stood there.
 */
export type RowFault = {
  readonly line: number;
  readonly column: Column | null;
  readonly expected: string;
  readonly found: string;
};

/** Nobody mends more of them at once. */
export const FAULTS_MAX = 20;
