import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An order with its lines in it is a row for each of them. */
function rowsOf(value: unknown): readonly Fields[] | null {
  if (!isFields(value)) return null;
  const { lines, ...order } = value;
  if (lines === undefined) return [order];
  return Array.isArray(lines) && lines.every(isFields) ? lines.map((line) => ({ ...order, ...line })) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads one JSON object a line; null: what stands in the line is none. False ends the reading. */
export async function readJsonLines(text: Readable, onRow: (fields: Fields | null, line: number) => boolean) {
  let line = 0;
  for await (const said of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (said.trim() === '') continue;
    for (const fields of rowsOf(parse(said)) ?? [null]) if (!onRow(fields, line)) return;
  }
}
