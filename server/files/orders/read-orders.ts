import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { type Contradiction, createHistory } from '../../../shared/domain/simulation/gather-history.ts';
import type { History } from '../../../shared/domain/simulation/history.ts';
import { packedSmall } from '../../../shared/domain/simulation/packed.ts';
import { type Cells, type Column, FAULTS_MAX, type RowFault } from './columns.ts';
import { readCsv } from './csv-rows.ts';
import { type Arrange, cellsOf, readHeader } from './header.ts';
import { readJsonLines } from './json-rows.ts';
import { createReadRow } from './read-row.ts';

/** How far a file has been read, in bytes. */
export type Tell = (done: number, of: number) => void;

/** Big pieces are decoded and split quicker; a few of them are in memory at a time. */
const PIECE_BYTES = 1 << 18;

export type Orders = Result<History, { readonly code: 'faults'; readonly faults: readonly RowFault[] }>;

type Taking = {
  readonly take: (cells: Cells, line: number) => boolean;
  readonly fault: (fault: RowFault) => boolean;
};

async function readLinesOfCsv(text: Readable, { take, fault }: Taking): Promise<void> {
  let header: { readonly arrange: Arrange; readonly columns: number } | null = null;
  let isEmpty = true;
  await readCsv(text, (row, line, why) => {
    isEmpty = false;
    if (why !== null) return fault({ line, column: null, expected: 'a row of CSV', found: why });
    if (header === null) {
      const arrange = readHeader(row, fault);
      if (arrange !== null) header = { arrange, columns: row.length };
      return arrange !== null;
    }
    if (row.length === header.columns) return take(header.arrange(row), line);
    return fault({
      line,
      column: null,
      expected: `${header.columns} cells as in line 1`,
      found: `${row.length} cells`,
    });
  });
  if (isEmpty) fault({ line: 1, column: null, expected: 'the names of the columns', found: '' });
}

const readLinesOfJson = (text: Readable, { take, fault }: Taking): Promise<void> =>
  readJsonLines(text, (fields, line) => {
    if (fields !== null) return take(cellsOf(fields), line);
    return fault({ line, column: null, expected: 'a JSON object for one line of an order', found: 'something else' });
  });

const CONTRADICTED: Readonly<Record<Contradiction['kind'], Column>> = {
  customer: 'customer_id',
  instant: 'processed_at',
  place: 'location_id',
  line: 'line_id',
  returns: 'refunded_quantity',
};

const SAME: Readonly<Record<Exclude<Contradiction['kind'], 'returns'>, string>> = {
  customer: 'customer',
  instant: 'instant',
  place: 'location and channel',
  line: 'goods and amounts',
};

const contradicted = (kind: Contradiction['kind'], line: number): string =>
  kind === 'returns'
    ? `together with line ${line}, which tells of the same line of the order, no more returned than bought`
    : `the same ${SAME[kind]} as in line ${line}, which tells of the same order`;

/** Remembers on which line of the file each row began, and says of contradictions where they stand. */
function createLineNumbers(fault: (fault: RowFault) => boolean) {
  const lines = packedSmall();
  return {
    lines,
    contradiction: ({ kind, row, earlier }: Contradiction): void => {
      const expected = contradicted(kind, lines.at(earlier));
      fault({ line: lines.at(row), column: CONTRADICTED[kind], expected, found: 'another' });
    },
  };
}

/**
 * Reads a file of past orders, CSV or, where its name ends so, JSON lines. Faults name their line and column; after
 * twenty of them it is not read on.
 */
export async function readOrders(path: string, currency: CurrencyCode, tell: Tell): Promise<Orders> {
  const faults: RowFault[] = [];
  const fault = (wrong: RowFault): boolean => {
    if (faults.length < FAULTS_MAX) faults.push(wrong);
    return faults.length < FAULTS_MAX;
  };
  const { lines, contradiction } = createLineNumbers(fault);
  const history = createHistory(contradiction);
  let line = 0;
  const readRow = createReadRow(currency, (column, expected, found) => fault({ line, column, expected, found }));
  const take = (cells: Cells, at: number): boolean => {
    line = at;
    const row = readRow(cells);
    if (row !== null) {
      lines.push(at);
      history.add(row);
    }
    return faults.length < FAULTS_MAX;
  };
  const { size } = await stat(path);
  const text = createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES });
  text.on('data', () => tell(text.bytesRead, size));
  const readLines = path.endsWith('.jsonl') ? readLinesOfJson : readLinesOfCsv;
  await readLines(text, { take, fault });
  const orders = history.end();
  return faults.length === 0 ? ok(orders) : refused({ code: 'faults', faults });
}
