import type { ReadDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { historyOf, type Told } from './past.ts';

type Line = Told['lines'][number];

/** One unit at 100.00, unless said otherwise. */
export const aPastLine = (said: Partial<Line> = {}): Line => ({
  lineId: '1',
  productId: null,
  quantity: 1,
  amountMinor: 10_000,
  unitCostMinor: null,
  returns: [],
  ...said,
});

/** An order of one line of customer 7, unless said otherwise. */
export const order = (
  orderId: string,
  day: number,
  said: Partial<Line> = {},
  customerId: string | null = '7',
): Told => ({
  orderId,
  customerId,
  at: day,
  lines: [aPastLine(said)],
});

type How = { readonly mode?: Mode; readonly marginBp?: number };

/** A program over what was bought. */
export function run(program: ReadDraft, past: readonly Told[], { mode = 'with_program', marginBp }: How = {}) {
  return simulate(program, historyOf(past), {
    mode,
    marginBp: marginBp ?? null,
    tell: () => undefined,
  });
}

/** The same, of a past of one customer. */
export const one = (program: ReadDraft, past: readonly Told[], how: How = {}) => run(program, past, how).customers[0];
