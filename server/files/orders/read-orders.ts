import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { type Contradiction, createHistory } from '../../../shared/domain/simulation/gather-history.ts';
import type { History, PastId } from '../../../shared/domain/simulation/history.ts';
import { packedSmall } from '../../../shared/domain/simulation/packed.ts';
import { packedIds, pastId } from '../../../shared/domain/simulation/past-ids.ts';
import { type Cells, COLUMNS, type Column, FAULTS_MAX, type RowFault } from './columns.ts';
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
  /** The file cannot be taken apart here, so nobody knows what the rest of it says. */
  readonly tear: (fault: RowFault) => boolean;
};

async function readLinesOfCsv(text: Readable, { take, tear }: Taking): Promise<void> {
  let header: { readonly arrange: Arrange; readonly columns: number } | null = null;
  let isEmpty = true;
  await readCsv(text, (row, line, why) => {
    isEmpty = false;
    if (why !== null) return tear({ line, column: null, expected: 'a row of CSV', found: why });
    if (header === null) {
      const arrange = readHeader(row, tear);
      if (arrange !== null) header = { arrange, columns: row.length };
      return arrange !== null;
    }
    if (row.length === header.columns) return take(header.arrange(row), line);
    return tear({
      line,
      column: null,
      expected: `${header.columns} cells as in line 1`,
      found: `${row.length} cells`,
    });
  });
  if (isEmpty) tear({ line: 1, column: null, expected: 'the names of the columns', found: '' });
}

const readLinesOfJson = (text: Readable, { take, tear }: Taking): Promise<void> =>
  readJsonLines(text, (fields, line) => {
    if (fields !== null) return take(cellsOf(fields), line);
    return tear({ line, column: null, expected: 'a JSON object for one line of an order', found: 'something else' });
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

/** Remembers on which line of the file each row began and which order it is of, to say where contradictions stand. */
function createRowsSeen() {
  const [lines, orders] = [packedSmall(), packedIds()];
  return {
    add: (line: number, orderId: PastId): void => {
      lines.push(line);
      orders.push(orderId);
    },
    orderAt: orders.at,
    contradiction: ({ kind, row, earlier }: Contradiction): RowFault => {
      const expected = contradicted(kind, lines.at(earlier));
      return { line: lines.at(row), column: CONTRADICTED[kind], expected, found: 'another' };
    },
  };
}

/**
 * What a file says, and what is wrong with it. `spoiled`: orders with a row that is; the rest of them is not to be
 * believed. `isTorn`: not even the rest of the file is.
 */
export type Reading = {
  readonly history: History;
  readonly faults: readonly RowFault[];
  readonly spoiled: ReadonlySet<PastId>;
  readonly isTorn: boolean;
};

/** Reads on past what is wrong, up to so many faults. */
export async function readWhatCanBe(
  path: string,
  currency: CurrencyCode,
  faultsMax: number,
  tell: Tell,
): Promise<Reading> {
  const faults: RowFault[] = [];
  const spoiled = new Set<PastId>();
  let isTorn = false;
  const fault = (wrong: RowFault): boolean => {
    if (faults.length < faultsMax) faults.push(wrong);
    isTorn ||= faults.length >= faultsMax;
    return faults.length < faultsMax;
  };
  const tear = (wrong: RowFault): boolean => {
    isTorn = true;
    return fault(wrong);
  };
  const seen = createRowsSeen();
  const history = createHistory((contradiction) => {
    spoiled.add(seen.orderAt(contradiction.row));
    fault(seen.contradiction(contradiction));
  });
  let line = 0;
  const readRow = createReadRow(currency, (column, expected, found) => fault({ line, column, expected, found }));
  const take = (cells: Cells, at: number): boolean => {
    line = at;
    const row = readRow(cells);
    if (row !== null) {
      seen.add(at, row.orderId);
      history.add(row);
    } else {
      spoiled.add(pastId(cells[ORDER_ID] ?? ''));
    }
    return faults.length < faultsMax;
  };
  const { size } = await stat(path);
  const text = createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES });
  text.on('data', () => tell(text.bytesRead, size));
  const readLines = path.endsWith('.jsonl') ? readLinesOfJson : readLinesOfCsv;
  await readLines(text, { take, tear });
  return { history: history.end(), faults, spoiled, isTorn };
}

const ORDER_ID = COLUMNS.indexOf('order_id');

/**
 * Reads a file of past orders, CSV or, where its name ends so, JSON lines: all of it or nothing. Faults name their line
 * and column; after twenty of them it is not read on.
 */
export async function readOrders(path: string, currency: CurrencyCode, tell: Tell): Promise<Orders> {
  const { history, faults } = await readWhatCanBe(path, currency, FAULTS_MAX, tell);
  return faults.length === 0 ? ok(history) : refused({ code: 'faults', faults });
}
