import type { ProgramDraft } from './draft.ts';
import type { Unused } from './program.ts';
import { DAYS, readCount, type Say } from './read-typed.ts';

/** Reads what becomes of rewards that nobody uses (rules 1); nothing: they end with their window. */
export function readUnused(draft: ProgramDraft, say: Say): { readonly unused?: Unused } {
  if (draft.unused === 'with_window') return {};
  if (draft.unused === 'never') return { unused: 'never' };
  return { unused: { days: readCount(draft.unusedAfter, 'unusedAfter', say, DAYS) } };
}
