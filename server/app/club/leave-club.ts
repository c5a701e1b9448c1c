import { keeperOf } from '../../../shared/domain/club/club.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>;

/** From this moment on no card of the club is honoured here, and none of ours elsewhere. */
export function createLeaveClub({ stores, clock, log }: Deps): UseCases['leaveClub'] {
  return async (shop) => {
    if (!(await stores.clubs.leave(shop, clock.now()))) return refused({ code: 'in_no_club' });
    log.info('club.left', { shop });
    return ok(null);
  };
}

/** Whoever looks after the club may take another shop out of it. */
export function createRemoveFromClub({ stores, clock, log }: Deps): UseCases['removeFromClub'] {
  return async (shop, other) => {
    const members = await stores.clubs.members(shop);
    if (members.length === 0) return refused({ code: 'in_no_club' });
    if (keeperOf(members) !== shop) return refused({ code: 'not_keeper' });
    if (other === shop || !members.some((member) => member.shop === other)) return refused({ code: 'unknown_member' });
    if (!(await stores.clubs.leave(other, clock.now()))) return refused({ code: 'unknown_member' });
    log.info('club.removed', { shop, other });
    return ok(null);
  };
}
