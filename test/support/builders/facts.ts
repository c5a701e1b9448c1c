import type { Facts, ManualFact } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from './a-program.ts';
import { at } from './at.ts';
import { customerId } from './ids.ts';

/** Facts of a customer of whom nothing is known but what is said. */
export const facts = (said: Partial<Facts> = {}): Facts => ({
  purchases: [],
  cards: [],
  manual: [],
  redeemed: [],
  owedCounts: false,
  ...said,
});

type Given = { readonly sequence?: number; readonly at?: number };

export const given = (discountBp: number, { sequence = 1, at: when = at('2026-01-10') }: Given = {}): ManualFact => ({
  kind: 'level_given',
  programId: PROGRAM,
  at: when,
  sequence,
  discountBp,
  note: 'VIP',
});

export const taken = ({ sequence = 2, at: when = at('2026-01-10') }: Given = {}): ManualFact => ({
  kind: 'level_taken',
  programId: PROGRAM,
  at: when,
  sequence,
  note: 'no VIP any more',
});

export const joined = (
  discountBp: number,
  { sequence = 3, at: when = at('2026-01-10'), from = 'cus_other00000' }: Given & { readonly from?: string } = {},
): ManualFact => ({
  kind: 'level_joined',
  programId: PROGRAM,
  at: when,
  sequence,
  discountBp,
  from: customerId(from),
});
