import type { ProgramDraft } from './draft.ts';
import type { NthItem } from './program.ts';
import { ITEMS, readCount, readPercent, type Say } from './read-typed.ts';
import { readUnused } from './read-unused.ts';

/** Reads the fields of rules 2.4: after how many items a reward comes, and what share of their total it is. */
export const readNthItem = (draft: ProgramDraft, say: Say): NthItem => ({
  kind: 'nth_item',
  items: readCount(draft.nthItems, 'nthItems', say, ITEMS),
  shareBp: readPercent(draft.nthPercent, 'nthPercent', say),
  surplus: draft.surplus,
  rewarded: draft.rewarded,
  ...readUnused(draft, say),
});
