import { type ClubPart, MEMBERS_MAX } from '../../../shared/domain/club/club.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { hashInvitationCode } from './invitation-code.ts';
import { readRule } from './read-rule.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'hashing' | 'log'>;

/**
 * Joins by the code of an invitation. It is taken before the shop is in, so of two shops one gets in; cut short
 * between, the same shop takes it again. Whoever invited and has left meanwhile invites nobody any more.
 */
export function createJoinClub({ stores, clock, hashing, log }: Deps): UseCases['joinClub'] {
  const { clubs } = stores;
  return async (shop, { code, guestPercent }) => {
    const { guestBp, faults } = readRule(guestPercent);
    if (faults.length > 0) return refused({ code: 'faults', faults });
    const own = await clubs.part(shop);
    if (own !== null && own.leftAt === null) return refused({ code: 'in_a_club_already' });
    const now = clock.now();
    const invitation = await clubs.take(shop, hashInvitationCode(hashing, code), now);
    if (invitation === null) return refused({ code: 'unknown_invitation' });
    const { clubId, clubName, from } = invitation;
    const members = (await clubs.members(from)).filter((member) => member.clubId === clubId);
    if (members.length === 0) return refused({ code: 'unknown_invitation' });
    if (members.length >= MEMBERS_MAX) return refused({ code: 'club_full' });
    const part: ClubPart = { clubId, clubName, joinedAt: now, guestBp, leftAt: null };
    if ((await clubs.join(shop, part)) === 'in_one') return refused({ code: 'in_a_club_already' });
    log.info('club.joined', { shop, club: clubId });
    return ok(part);
  };
}
