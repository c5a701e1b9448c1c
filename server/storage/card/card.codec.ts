import type { CardNumber, CustomerId, Instant, OrderId, SeriesId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card, Series } from '../../../shared/domain/instrument/card.ts';

type Unknown = 'customerId' | 'issuedAt' | 'issuedBy' | 'replacedBy' | 'expiresAt';

/** What is unknown is left out, so that indexes hold only the cards they are for. `endsAt`: when time will end it. */
export type CardDoc = Omit<Card, Unknown> & {
  readonly shop: ShopId;
  readonly customerId?: CustomerId;
  readonly issuedAt?: Instant;
  readonly issuedBy?: OrderId;
  readonly replacedBy?: CardNumber;
  readonly expiresAt?: Instant;
  readonly endsAt?: Instant;
};

export type SeriesDoc = Omit<Series, 'id'> & { readonly shop: ShopId; readonly seriesId: SeriesId };

const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

export function encodeCard(card: Card): Omit<CardDoc, 'shop'> {
  const { number, seriesId, programId, state, history, revision, expiresAt } = card;
  const { customerId, issuedAt, issuedBy, replacedBy } = card;
  const endsAt = state === 'emitted' || state === 'issued' ? expiresAt : null;
  const base = { number, seriesId, programId, state, history, revision };
  return { ...base, ...known({ customerId, issuedAt, issuedBy, replacedBy, expiresAt, endsAt }) };
}

export const decodeCard = (doc: CardDoc): Card => ({
  number: doc.number,
  seriesId: doc.seriesId,
  programId: doc.programId,
  state: doc.state,
  customerId: doc.customerId ?? null,
  issuedAt: doc.issuedAt ?? null,
  issuedBy: doc.issuedBy ?? null,
  replacedBy: doc.replacedBy ?? null,
  expiresAt: doc.expiresAt ?? null,
  history: doc.history,
  revision: doc.revision,
});

export const encodeSeries = ({ id, ...series }: Series): Omit<SeriesDoc, 'shop'> => ({ ...series, seriesId: id });

export const decodeSeries = (doc: SeriesDoc): Series => ({
  id: doc.seriesId,
  programId: doc.programId,
  name: doc.name,
  prefix: doc.prefix,
  count: doc.count,
  emitted: doc.emitted,
  expiresAt: doc.expiresAt,
  createdAt: doc.createdAt,
});
