/** One attempt to deliver. */
export type SentWebhook = {
  readonly shop: string;
  readonly topic: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly attempt: number;
  readonly at: number;
  readonly body: string;
  /** What the app answered; null when it did not. `lost`: never sent, on purpose. */
  readonly status: number | null | 'lost';
  readonly tookMs: number;
};
