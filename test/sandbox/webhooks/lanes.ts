import type { DeliveryMode } from './delivery.ts';
import { headersOf, type Outgoing } from './outgoing.ts';
import type { Post } from './post.ts';
import type { SentWebhook } from './sent-webhook.ts';

export type LanesDeps = {
  readonly target: { readonly url: string; readonly apiSecret: string };
  readonly post: Post['post'];
  readonly mode: () => DeliveryMode;
  readonly chance: () => number;
  readonly now: () => number;
  readonly record: (sent: SentWebhook) => void;
};

/** What is on its way: a queue, so many under way at once, and the pauses before another try. */
export type Lanes = {
  readonly queue: (outgoing: Outgoing) => void;
  /** Later. */
  readonly after: (ms: number, act: () => void) => void;
  readonly pump: () => void;
  readonly waiting: () => number;
  readonly stop: () => void;
};

const RETRIES = 8;
/** Doubling from here, eight pauses make four hours. */
const FIRST_PAUSE_MS = 56_470;
/** So long what is made in the same breath may join those that are shuffled. */
const BREATH_MS = 5;

type Item = { readonly outgoing: Outgoing; readonly attempt: number };

export function createLanes(deps: LanesDeps): Lanes {
  const { mode, chance } = deps;
  const ready: Item[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let underWay = 0;
  let isStopped = false;
  const after = (ms: number, act: () => void): void => {
    if (isStopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const pump = (): void => {
    while (underWay < mode().parallel && ready.length > 0 && !isStopped) {
      const at = mode().shuffle ? Math.floor(chance() * ready.length) : 0;
      const [item] = ready.splice(at, 1);
      if (item === undefined) return;
      underWay++;
      void attempt(item).finally(() => {
        underWay--;
        pump();
      });
    }
  };
  const enter = (item: Item): void => {
    ready.push(item);
    if (mode().shuffle) after(BREATH_MS, pump);
    else pump();
  };
  const attempt = async (item: Item): Promise<void> => {
    const isDone = await deliver(deps, item);
    if (isDone || item.attempt > RETRIES) return;
    const pauseMs = FIRST_PAUSE_MS * 2 ** (item.attempt - 1) * mode().backoffFactor;
    after(pauseMs, () => enter({ ...item, attempt: item.attempt + 1 }));
  };
  return {
    queue: (outgoing) => enter({ outgoing, attempt: 1 }),
    after,
    pump,
    waiting: () => ready.length + underWay + timers.size,
    stop: () => {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      ready.length = 0;
    },
  };
}

/** One try. Anything but 2xx, a redirect included, is a failure. */
async function deliver({ target, post, now, record }: LanesDeps, { outgoing, attempt }: Item): Promise<boolean> {
  const startedAt = performance.now();
  const status = await post(new URL('/webhooks', target.url), headersOf(outgoing, target.apiSecret), outgoing.body);
  record({ ...outgoing, attempt, at: now(), status, tookMs: performance.now() - startedAt });
  return status !== null && status >= 200 && status < 300;
}
