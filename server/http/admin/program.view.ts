import type { ProgramRowView, ProgramView } from '../../../shared/contract/program.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Program } from '../../app/ports/program-store.ts';
import { draftOf } from './draft-of-version.ts';

export function programRowView(
  program: Program,
  last: ProgramVersion | null,
  draft: ProgramDraft | null,
  holders: number,
): ProgramRowView {
  return {
    id: program.id,
    name: program.name,
    state: program.state,
    lastVersion: program.lastVersion,
    mechanic: last?.mechanic.kind ?? draft?.mechanic ?? '',
    holders,
    createdAt: program.createdAt,
    hasDraft: program.draft !== null,
  };
}

/** `draft`: the one being worked on, else what the newest version would look like in the form. */
export function programView(
  program: Program,
  versions: readonly ProgramVersion[],
  draft: ProgramDraft | null,
  holders: number,
  currency: CurrencyCode,
): ProgramView {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const last = newestFirst[0] ?? null;
  return {
    ...programRowView(program, last, draft, holders),
    draft: draft ?? (last === null ? { ...emptyDraft, name: program.name } : draftOf(last, currency)),
    versions: newestFirst.map(({ version, effectiveAt, endsAt, name, membership, window, mechanic, ...v }) => {
      const more = {
        ...(v.referral && { referral: v.referral }),
        ...(v.keeps && { keeps: v.keeps }),
        ...(v.scope && { scope: v.scope }),
        ...(v.where && { where: v.where }),
        ...(v.notes && { notes: v.notes }),
        ...(v.caps && { caps: v.caps }),
        ...(v.addedUpToBp && { addedUpToBp: v.addedUpToBp }),
      };
      return { version, effectiveAt, endsAt, name, membership, window, mechanic, ...more };
    }),
  };
}
