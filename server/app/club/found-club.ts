import type { ClubPart } from '../../../shared/domain/club/club.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { nameFaults, readRule } from './read-rule.ts';

/** A club of one, until somebody takes an invitation. */
export function createFoundClub({
  stores,
  clock,
  ids,
  log,
}: Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'log'>): UseCases['foundClub'] {
  return async (shop, { name, guestPercent }) => {
    const clubName = name.trim();
    const { guestBp, faults: ruleFaults } = readRule(guestPercent);
    const faults = [...nameFaults(clubName), ...ruleFaults];
    if (faults.length > 0) return refused({ code: 'faults', faults });
    const part: ClubPart = { clubId: ids.club(), clubName, joinedAt: clock.now(), guestBp, leftAt: null };
    if ((await stores.clubs.join(shop, part)) === 'in_one') return refused({ code: 'in_a_club_already' });
    log.info('club.founded', { shop, club: part.clubId });
    return ok(part);
  };
}
