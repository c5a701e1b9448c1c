import type { Clock } from '../app/ports/clock.ts';
import type { InboxStore } from '../app/ports/inbox-store.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** Bodies hold names and addresses; settled ones are of use for as long as somebody may want to replay them. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export const createForgetWebhookBodies = (
  inbox: Pick<InboxStore, 'forgetBodies'>,
  clock: Clock,
): ScheduledJob<unknown> => ({
  name: 'forget-webhook-bodies',
  payload: nothing,
  every: '1 day',
  act: async () => {
    await inbox.forgetBodies(clock.now() - KEPT_DAYS * DAY_MS);
  },
});
