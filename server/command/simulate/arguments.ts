import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';

export const USAGE = 'npm run simulate -- orders.csv program.json [--json] [--as-happened]';

/** What was asked for on the command line. */
export type Arguments = {
  readonly orders: string;
  readonly program: string;
  readonly isJson: boolean;
  readonly mode: Mode;
};

/** Reads the command line; a refusal says in words what is not understood. */
export function readArguments(args: readonly string[]): Result<Arguments, string> {
  const options = { json: { type: 'boolean' }, 'as-happened': { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [orders, program, ...others] = positionals;
    if (orders === undefined || program === undefined) return refused('a file of orders and a file with the program');
    if (others.length > 0) return refused(`two files, not ${positionals.length}`);
    const mode = values['as-happened'] === true ? 'as_happened' : 'with_program';
    return ok({ orders, program, isJson: values.json === true, mode });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
