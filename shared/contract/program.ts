import type { Fault } from '../domain/fault.ts';
import type { ProgramDraft } from '../domain/program/draft.ts';
import type { Caps, CardNotes, Keeping, Mechanic, Membership, Referral, Window } from '../domain/program/program.ts';
import type { Scope } from '../domain/program/scope.ts';
import type { Where } from '../domain/program/where.ts';

// GET /api/programs → ProgramRowView[]; POST /api/programs {draft} → ProgramView; GET /api/programs/:id → ProgramView
export type ProgramRowView = {
  readonly id: string;
  readonly name: string;
  readonly state: 'draft' | 'published' | 'ended';
  readonly lastVersion: number;
  readonly mechanic: string;
  readonly holders: number;
  readonly createdAt: number;
  readonly hasDraft: boolean;
};
export type ProgramView = ProgramRowView & {
  readonly draft: ProgramDraft;
  readonly versions: readonly {
    readonly version: number;
    readonly effectiveAt: number;
    readonly endsAt: number | null;
    readonly name: string;
    readonly membership: Membership;
    readonly window: Window;
    readonly mechanic: Mechanic;
    readonly referral?: Referral;
    /** Absent: nothing of the version before it is kept. */
    readonly keeps?: Keeping;
    /** Absent: there is no cap. */
    readonly caps?: Caps;
    /** Absent: it is not added to other programs. */
    readonly addedUpToBp?: number;
    readonly scope?: Scope;
    /** Absent: no notes are kept on its cards. */
    readonly notes?: CardNotes;
    /** Absent: it holds everywhere. */
    readonly where?: Where;
  }[];
};
export type DraftForm = { readonly draft: ProgramDraft }; // PUT /api/programs/:id/draft → ProgramView
// POST /api/programs/:id/publish → ProgramView; `keeps` null: for everybody, nothing of the last version is kept
// `endsAt` null: the program runs until somebody ends it
export type PublishForm = {
  readonly effectiveAt: number | null;
  readonly endsAt: number | null;
  readonly keeps: Keeping | null;
};
// POST /api/programs/:id/end → ProgramView
// POST /api/programs/check {draft} → ProgramCheckView: faults and warnings (which hinder nothing) beside the
// fields, and the example worked out by the core
export type ProgramCheckView = {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly example: readonly {
    readonly day: string;
    readonly stepsBack: number;
    readonly amountMinor: number;
    readonly discountMinor: number;
    readonly spentMinor: number;
    readonly discountBpAfter: number;
    readonly levelNameAfter: string | null;
    readonly marksAfter: { readonly marks: number; readonly ready: number } | null;
    readonly rewardsAfter: { readonly progress: number; readonly after: number; readonly worthMinor: number } | null;
  }[];
};
