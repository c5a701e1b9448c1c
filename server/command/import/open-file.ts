import { resolve } from 'node:path';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { textOf } from '../../../shared/text/text.ts';
import { type Reading, readWhatCanBe } from '../../files/orders/read-orders.ts';
import type { Saying } from './saying.ts';
import type { Terminal } from './terminal.ts';

/** More is not a file with a few slips any more. */
const FAULTS_MAX = 1000;
const SHOWN_MAX = 60;

const { importOrders: words } = textOf('en');

/** Reads the file and lists what is wrong with it, line by line; null: none of it can be imported. */
export async function openFile(
  path: string,
  currency: CurrencyCode,
  terminal: Terminal,
  { share }: Saying,
): Promise<Reading | null> {
  const { from, complain } = terminal;
  let reading: Reading;
  try {
    reading = await readWhatCanBe(resolve(from, path), currency, FAULTS_MAX, share(words.reading));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    complain(isMissing ? words.missing(path) : `${path}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const { faults, isTorn, spoiled } = reading;
  for (const { line, column, expected, found } of faults) {
    const shown = found.length > SHOWN_MAX ? `${found.slice(0, SHOWN_MAX)}…` : found;
    complain(words.rowFault(path, line, column, expected, shown));
  }
  if (isTorn) {
    complain(faults.length >= FAULTS_MAX ? words.tooMany(FAULTS_MAX) : words.torn(path));
    return null;
  }
  if (faults.length > 0) complain(words.leftOut(spoiled.size));
  return reading;
}
