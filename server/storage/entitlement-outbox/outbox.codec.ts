import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { OutboxItem } from '../../app/ports/entitlement-outbox.ts';

/** `dueAt`: when it may be taken (again); while leased, the end of the lease. `putAt`: when it last grew. */
export type OutboxDoc = OutboxItem & {
  readonly shop: ShopId;
  readonly dueAt: Instant;
  readonly putAt: Instant;
  readonly lease?: string;
  readonly why?: string;
};

export const decodeOutboxItem = ({ shop, customerId, sequence, tries }: OutboxDoc): OutboxItem => ({
  shop,
  customerId,
  sequence,
  tries,
});
