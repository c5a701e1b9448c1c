import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DrawVerdict, verifyDraw } from '../../../shared/domain/draw/verify-draw.ts';
import { textOf } from '../../../shared/text/text.ts';
import { readDrawFile } from '../../files/draw/read-draw-file.ts';
import { hashing } from '../../hashing.ts';

/** Where the command was given, and where its words go. `from`: the folder that paths start from. */
export type Terminal = {
  readonly from: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

const { verifyDraw: words } = textOf('en');
const PARTS = ['commitment', 'list', 'winners'] as const;

async function openJson(path: string): Promise<unknown> {
  return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
}

function report(verdict: DrawVerdict, out: Terminal['out']): number {
  for (const part of PARTS) {
    const held = verdict[part];
    out(`${words.parts[part]}: ${held === null ? words.unknown : held ? words.holds : words.fails}\n`);
  }
  return PARTS.some((part) => verdict[part] === false) ? 1 : 0;
}

/**
 * `npm run verify-draw`: does a draw over again from its public file. Answers the exit code: 0 where all that is known
 * holds, 1 where something does not, 2 where the file cannot be read.
 */
export async function runVerifyDraw([path, ...others]: readonly string[], terminal: Terminal): Promise<number> {
  const { from, out, err } = terminal;
  if (path === undefined || others.length > 0) {
    err(`${words.usage}\n`);
    return 2;
  }
  let value: unknown;
  try {
    value = await openJson(resolve(from, path));
  } catch (error) {
    err(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const read = readDrawFile(value);
  if (read.ok) return report(verifyDraw(hashing, read.value), out);
  for (const { path: place, facts } of read.error.faults) {
    err(`${path}, ${place === '' ? words.whole : place}: ${facts !== undefined && 'why' in facts ? facts.why : ''}\n`);
  }
  return 2;
}
