import type { Fault } from '../domain/fault.ts';

// GET /api/inbox?states&before → InboxListView; GET /api/inbox/:id → InboxView; POST /api/inbox/:id/replay → InboxView
export type InboxRowView = {
  readonly id: string;
  readonly topic: string;
  readonly webhookId: string;
  readonly apiVersion: string;
  readonly receivedAt: number;
  readonly triggeredAt: number | null;
  readonly state: string;
  readonly tries: number;
  readonly outcome: string | null;
  readonly faults: readonly Fault[];
};
export type InboxView = InboxRowView & { readonly body: string | null };
export type InboxListView = {
  readonly rows: readonly InboxRowView[];
  readonly counts: Readonly<Record<string, number>>;
  readonly nextBefore: string | null;
};
