import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Fault } from '../../../shared/domain/fault.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { faultWords } from '../../../shared/text/fault-words.ts';
import { createFormat } from '../../../shared/text/format/format.ts';
import { textOf } from '../../../shared/text/text.ts';
import type { RowFault } from '../../files/orders/columns.ts';
import { type Orders, readOrders, type Tell } from '../../files/orders/read-orders.ts';
import { type Program, readProgram } from '../../files/program/read-program.ts';
import { readArguments, USAGE } from './arguments.ts';
import { jsonLines } from './json-lines.ts';
import { createProgress } from './progress.ts';
import { report } from './report.ts';

/** Where the command was given, and where its words go. `from`: the folder that paths start from. */
export type Terminal = {
  readonly from: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => number;
};

/** What is wrong with what was given, line by line. */
type Refused = { readonly ok: false; readonly error: readonly string[] };

const SHOWN_MAX = 60;
const PIECE_LINES = 5000;

const shortened = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

function rowWords(path: string, { line, column, expected, found }: RowFault): string {
  const place = column === null ? '' : `, column ${column}`;
  return `${path}, line ${line}${place}: expected ${expected}, found "${shortened(found)}"`;
}

function programWords(path: string, fault: Fault): string {
  const format = createFormat({ language: 'en', currency: 'EUR', timeZone: 'UTC' });
  const place = fault.path === '' ? 'the whole' : fault.path;
  return `${path}, ${place}: ${faultWords(fault, { text: textOf('en'), format })}`;
}

/** What the world says of a file that cannot be opened or read. */
function unopened(path: string, error: unknown): Refused {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const why = isMissing ? 'there is no such file' : error instanceof Error ? error.message : String(error);
  return refused([`${path}: ${why}`]);
}

async function openProgram(from: string, path: string): Promise<Result<Program, readonly string[]>> {
  let text: string;
  try {
    text = await readFile(resolve(from, path), 'utf8');
  } catch (error) {
    return unopened(path, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused([`${path}: this is no JSON: ${error instanceof Error ? error.message : ''}`]);
  }
  const read = readProgram(value);
  return read.ok ? ok(read.value) : refused(read.error.faults.map((fault) => programWords(path, fault)));
}

async function openOrders(from: string, path: string, currency: string, tell: Tell) {
  let read: Orders;
  try {
    read = await readOrders(resolve(from, path), currency, tell);
  } catch (error) {
    return unopened(path, error);
  }
  return read.ok ? ok(read.value) : refused(read.error.faults.map((fault) => rowWords(path, fault)));
}

/**
 * `npm run simulate`: a program over a file of past orders. Answers the exit code: 0, or 2 where something that was
 * given cannot be read; then nothing at all is printed but what is wrong.
 */
export async function runSimulate(args: readonly string[], { from, out, err, now }: Terminal): Promise<number> {
  const refuse = (lines: readonly string[]): number => {
    for (const line of lines) err(`${line}\n`);
    return 2;
  };
  const asked = readArguments(args);
  if (!asked.ok) return refuse([`Expected ${asked.error}.`, USAGE]);
  const { mode, isJson } = asked.value;
  const opened = await openProgram(from, asked.value.program);
  if (!opened.ok) return refuse(opened.error);
  const { program, marginBp } = opened.value;
  const progress = createProgress((line) => err(`${line}\n`), now);
  const orders = await openOrders(from, asked.value.orders, program.currency, progress('Reading orders'));
  if (!orders.ok) return refuse(orders.error);
  const simulated = simulate(program, orders.value, { mode, marginBp, tell: progress('Walking customers') });
  let piece: string[] = [];
  for (const line of isJson ? jsonLines(program, simulated) : report(program, simulated, mode)) {
    if (piece.push(`${line}\n`) < PIECE_LINES) continue;
    out(piece.join(''));
    piece = [];
  }
  out(piece.join(''));
  return 0;
}
