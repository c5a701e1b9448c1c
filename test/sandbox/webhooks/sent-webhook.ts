import type { Outgoing } from './outgoing.ts';

/** One attempt to deliver. */
export type SentWebhook = Outgoing & {
  /** 1 for the first. */
  readonly attempt: number;
  readonly at: number;
  /** What the app answered; null when it did not; `lost`: never sent, on purpose. */
  readonly status: number | null | 'lost';
  readonly tookMs: number;
};

const KEPT = 5000;

/** Remembers the newest attempts. */
export function createSentLog(): { readonly list: readonly SentWebhook[]; readonly add: (sent: SentWebhook) => void } {
  const list: SentWebhook[] = [];
  return {
    list,
    add: (sent) => {
      list.push(sent);
      if (list.length > KEPT * 2) list.splice(0, KEPT);
    },
  };
}
