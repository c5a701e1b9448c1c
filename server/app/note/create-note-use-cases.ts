import { dayOf } from '../../../shared/domain/calendar/day.ts';
import type { Day } from '../../../shared/domain/entitlement/entitlement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { readNote } from '../../../shared/domain/instrument/card-note.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { NoteUseCases } from './note-use-cases.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'log'>;

/** Dated notes on cards. What they say is in no log. */
export function createNoteUseCases(deps: Deps): NoteUseCases {
  const { stores, clock, log } = deps;
  return {
    writeNote: createWriteNote(deps),
    correctNote: async (shop, seen, typed, by) => {
      const read = readNote(typed, await todayOf(deps, shop));
      if (!read.ok) return read;
      const corrected = { at: clock.now(), by };
      if ((await stores.notes.correct(shop, seen, read.value, corrected)) === 'changed') {
        log.info('note.corrected', { shop, note: seen.id, by });
      } else if ((await stores.notes.find(shop, seen.id)) !== null) return refused({ code: 'changed_meanwhile' });
      const now = await stores.notes.find(shop, seen.id);
      return now === null ? refused({ code: 'unknown_note' }) : ok(now);
    },
    removeNote: async (shop, id, by) => {
      if (!(await stores.notes.remove(shop, id))) return refused({ code: 'unknown_note' });
      log.info('note.removed', { shop, note: id, by });
      return ok(null);
    },
  };
}

function createWriteNote(deps: Deps): NoteUseCases['writeNote'] {
  const { stores, clock, ids, log } = deps;
  return async (shop, number, typed, by) => {
    const read = readNote(typed, await todayOf(deps, shop));
    if (!read.ok) return read;
    const card = await stores.cards.find(shop, number);
    if (card === null) return refused({ code: 'unknown_card' });
    if (card.state !== 'issued') return refused({ code: 'card_not_issued' });
    const inForce = versionAt(await stores.programs.versions(shop, card.programId), clock.now());
    if (inForce?.notes === undefined) return refused({ code: 'no_notes_kept' });
    const written = { writtenAt: clock.now(), by, corrected: null, revision: 0 };
    const note = { id: ids.note(), cardNumber: number, ...read.value, ...written };
    await stores.notes.add(shop, note);
    log.info('note.written', { shop, note: note.id, by });
    return ok(note);
  };
}

/** In the shop's time zone. */
async function todayOf({ stores, clock }: Deps, id: ShopId): Promise<Day> {
  const shop = await stores.shops.find(id);
  if (shop === null) throw new AppError('unknown_shop', false);
  return dayOf(clock.now(), shop.timeZone);
}
