import type { NotesView, NoteView } from '../../shared/contract/note.ts';
import type { CustomerId, ProgramId, ShopId } from '../../shared/domain/ids.ts';
import type { Card } from '../../shared/domain/instrument/card.ts';
import type { CardNote } from '../../shared/domain/instrument/card-note.ts';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import { versionAt } from '../../shared/domain/program/version-at.ts';
import { byProgram } from '../../shared/domain/standing/evaluate-all.ts';
import type { HttpDeps } from './deps.ts';

/** As many as a page shows. */
const SHOWN_MAX = 200;

type Deps = Pick<HttpDeps, 'stores' | 'clock'>;

export const noteView = ({ id, cardNumber, day, text, writtenAt, corrected, revision }: CardNote): NoteView => {
  return { id, cardNumber, day, text, writtenAt, correctedAt: corrected?.at ?? null, revision };
};

/**
 * The notes of a customer, program by program: what was written on a card that was replaced goes with its holder, and
 * what was written while a program kept notes is shown after it keeps none any more.
 */
export async function loadNotes(
  { stores, clock }: Deps,
  shop: ShopId,
  customerId: CustomerId,
  max = SHOWN_MAX,
): Promise<readonly NotesView[]> {
  const [cards, versions] = await Promise.all([
    stores.cards.ofCustomer(shop, customerId),
    stores.programs.allVersions(shop),
  ]);
  const views: NotesView[] = [];
  for (const [programId, ofProgram] of byProgram(versions)) {
    const theirs = cards.filter((card) => card.programId === programId);
    const kept = [...ofProgram].reverse().find(({ notes }) => notes !== undefined);
    if (theirs.length === 0 || kept?.notes === undefined) continue;
    const { label } = kept.notes;
    const found = await stores.notes.ofCards(
      shop,
      theirs.map(({ number }) => number),
      max + 1,
    );
    const cardNumber = writable(theirs, ofProgram, clock.now());
    if (cardNumber === null && found.length === 0) continue;
    const notes = found.slice(0, max).map(noteView);
    views.push({ ...named(programId, kept, label), cardNumber, notes, isCut: found.length > max });
  }
  return views;
}

const named = (programId: ProgramId, { name }: ProgramVersion, label: string) => ({
  programId,
  programName: name,
  label,
});

/** The card in use that was issued last. */
function writable(cards: readonly Card[], versions: readonly ProgramVersion[], now: number): string | null {
  if (versionAt(versions, now)?.notes === undefined) return null;
  const used = cards.filter(({ state }) => state === 'issued');
  return used.sort((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0))[0]?.number ?? null;
}
