import { ok, refused } from '../../../shared/domain/result.ts';
import { readScan } from '../instrument/read-scan.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { ClubUseCases } from './club-use-cases.ts';
import type { FindPartner } from './find-partner.ts';
import { createFoundClub } from './found-club.ts';
import { createInviteToClub } from './invite-to-club.ts';
import { createJoinClub } from './join-club.ts';
import { createLeaveClub, createRemoveFromClub } from './leave-club.ts';
import { readRule } from './read-rule.ts';

/** Discount clubs of several shops (product D7, decision 0069). */
export function createClubUseCases(deps: UseCaseDeps, partners: FindPartner): ClubUseCases {
  const { clubs } = deps.stores;
  return {
    foundClub: createFoundClub(deps),
    inviteToClub: createInviteToClub(deps),
    revokeInvitation: async (shop, id) =>
      (await clubs.revoke(shop, id)) ? ok(null) : refused({ code: 'unknown_invitation' }),
    joinClub: createJoinClub(deps),
    changeClubRule: async (shop, guestPercent) => {
      const { guestBp, faults } = readRule(guestPercent);
      if (faults.length > 0) return refused({ code: 'faults', faults });
      return (await clubs.changeRule(shop, guestBp)) ? ok(null) : refused({ code: 'in_no_club' });
    },
    leaveClub: createLeaveClub(deps),
    removeFromClub: createRemoveFromClub(deps),
    findPartnerCard: async (shop, typed) => {
      const number = readScan(typed);
      return number === null ? null : partners.usable(shop, number, deps.clock.now());
    },
  };
}
