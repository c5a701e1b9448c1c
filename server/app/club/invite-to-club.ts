import { MEMBERS_MAX } from '../../../shared/domain/club/club.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { hashInvitationCode, makeInvitationCode } from './invitation-code.ts';

const OPEN_MAX = 20;
const VALID_MS = 14 * 86_400_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'chance' | 'hashing'>;

/** An invitation that one shop may take within a fortnight. */
export function createInviteToClub({ stores, clock, ids, chance, hashing }: Deps): UseCases['inviteToClub'] {
  const { clubs } = stores;
  return async (shop) => {
    const now = clock.now();
    const members = await clubs.members(shop);
    const own = members.find((member) => member.shop === shop);
    if (own === undefined) return refused({ code: 'in_no_club' });
    if (members.length >= MEMBERS_MAX) return refused({ code: 'club_full' });
    if ((await clubs.invitations(shop, now)).length >= OPEN_MAX) return refused({ code: 'invitations_too_many' });
    const code = makeInvitationCode(chance);
    const expiresAt = now + VALID_MS;
    const { clubId, clubName } = own;
    const codeHash = hashInvitationCode(hashing, code);
    await clubs.invite(shop, {
      id: ids.invitation(),
      clubId,
      clubName,
      codeHash,
      createdAt: now,
      expiresAt,
      takenBy: null,
    });
    return ok({ code, expiresAt });
  };
}
