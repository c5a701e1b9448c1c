import { z } from 'zod';

const price = z.string().regex(/^\d{1,12}(\.\d{1,3})?$/, 'not a price');

/** An order in a file. Prices are decimals of the shop's currency; people are known by their e-mail. */
export const filedOrder = z.object({
  /** The file's own number for it, for messages. */
  order: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  email: z.email().nullable().default(null),
  source: z.enum(['web', 'pos']).default('web'),
  lines: z
    .array(
      z.object({
        title: z.string().min(1),
        quantity: z.coerce.number().int().min(1),
        price,
        /** So many came back, `returnedDays` after the order. */
        returned: z.coerce.number().int().min(0).default(0),
      }),
    )
    .min(1),
  returnedDays: z.coerce.number().min(0).default(7),
});

export type FiledOrder = z.output<typeof filedOrder>;

const COLUMNS = ['order', 'at', 'email', 'source', 'title', 'quantity', 'price', 'returned'] as const;

/** Reads JSONL, an order a line, or CSV, an order's line a line; whole files, told apart by how they begin. */
export function readOrders(text: string): readonly FiledOrder[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows: unknown[] = lines[0]?.trimStart().startsWith('{')
    ? lines.map((line) => JSON.parse(line))
    : fromCsv(lines);
  return rows.map((row, i) => {
    const read = filedOrder.safeParse(row);
    if (!read.success) throw new Error(`order ${i + 1} of the file: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

function fromCsv([head = '', ...lines]: readonly string[]): unknown[] {
  const names = cells(head);
  const missing = COLUMNS.slice(0, 7).filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`the file lacks the columns ${missing.join(', ')}`);
  const orders = new Map<string, { lines: unknown[] } & Record<string, unknown>>();
  for (const line of lines) {
    const values = cells(line);
    const row = Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
    const { order = '', at, email, source, title, quantity, price: each, returned } = row;
    const known = orders.get(order) ?? { order, at, email: email || null, source: source || 'web', lines: [] };
    known.lines.push({ title, quantity, price: each, returned: returned || 0 });
    orders.set(order, known);
  }
  return [...orders.values()];
}

/** The cells of a line; one in quotes may hold commas, and two quotes for one. */
const cells = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'),
  );
