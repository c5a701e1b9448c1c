import { Router } from 'express';
import type { ConfirmedRewardView } from '../../../shared/contract/till.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { tillAt } from '../till-place.ts';
import { confirmRewardForm, rewardHolderOf, rewardsForm, rewardsView } from './reward.requests.ts';

/** What the holder in front of the cashier may use once, and the server's word just before it is used. */
export function createRewardRoutes({ useCases }: HttpDeps): Router {
  const router = Router();
  router.post(
    '/rewards',
    endpoint({ body: rewardsForm }, async ({ shop, body }) => {
      const { lines, locationId, ...who } = body;
      const cart = { holder: rewardHolderOf(who), place: tillAt(locationId), lines };
      return ok(rewardsView(await useCases.rewardsFor(shop, cart)));
    }),
  );
  router.post(
    '/rewards/:code/confirm',
    endpoint({ body: confirmRewardForm }, async ({ shop, part, body }) => {
      const confirmed = await useCases.confirmReward(shop, part('code'), rewardHolderOf(body));
      return confirmed.ok ? ok<ConfirmedRewardView>({ code: confirmed.value }) : confirmed;
    }),
  );
  return router;
}
