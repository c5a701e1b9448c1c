import { Router } from 'express';
import { parseOurId, parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint, type Refused } from '../endpoint.ts';
import { loadAccount, loadClubView } from './club.load.ts';
import { accountQuery, clubRuleForm, foundClubForm, joinClubForm } from './club.requests.ts';
import { shopOf } from './shop-of.ts';

/** The discount club: founded, joined, left, its invitations, the shop's own rule, and the monthly account. */
export function createClubRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases } = deps;
  const shown = async (shop: ShopId, changed: Result<unknown, Refused>) =>
    changed.ok ? ok(await loadClubView(deps, shop)) : changed;
  router.get(
    '/club',
    endpoint({}, async ({ shop }) => ok(await loadClubView(deps, shop))),
  );
  router.post(
    '/club',
    endpoint({ body: foundClubForm }, async ({ shop, body }) => shown(shop, await useCases.foundClub(shop, body))),
  );
  router.post(
    '/club/join',
    endpoint({ body: joinClubForm }, async ({ shop, body }) => shown(shop, await useCases.joinClub(shop, body))),
  );
  router.post(
    '/club/leave',
    endpoint({}, async ({ shop }) => shown(shop, await useCases.leaveClub(shop))),
  );
  router.put(
    '/club/rule',
    endpoint({ body: clubRuleForm }, async ({ shop, body }) =>
      shown(shop, await useCases.changeClubRule(shop, body.guestPercent)),
    ),
  );
  router.post(
    '/club/invitations',
    endpoint({}, ({ shop }) => useCases.inviteToClub(shop)),
  );
  router.post(
    '/club/invitations/:invitation/revoke',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('ivt', part('invitation'));
      return id === null
        ? refused({ code: 'unknown_invitation' })
        : shown(shop, await useCases.revokeInvitation(shop, id));
    }),
  );
  router.post(
    '/club/members/:member/remove',
    endpoint({}, async ({ shop, part }) => {
      const member = parseShopId(part('member'));
      return member === null
        ? refused({ code: 'unknown_member' })
        : shown(shop, await useCases.removeFromClub(shop, member));
    }),
  );
  router.get(
    '/club/account',
    endpoint({ query: accountQuery }, async ({ shop, query }) =>
      ok(await loadAccount(deps, await shopOf(deps, shop), query.month)),
    ),
  );
  return router;
}
