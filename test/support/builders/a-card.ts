import type { Card, Series } from '../../../shared/domain/instrument/card.ts';
import { makeCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import type { HeldCard } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from './a-program.ts';
import { at } from './at.ts';
import { seriesId } from './ids.ts';

const ISSUED = at('2026-01-10');

/** The n-th card of the tests' shop. */
export const aNumber = (n: number) => makeCardNumber('2100', String(n).padStart(8, '0'));

/** A blank card as it leaves the print shop. */
export const aCard = (said: Partial<Card> = {}): Card => ({
  number: aNumber(1),
  seriesId: seriesId('ser_0123456789'),
  programId: PROGRAM,
  state: 'emitted',
  customerId: null,
  issuedAt: null,
  issuedBy: null,
  replacedBy: null,
  expiresAt: null,
  history: [],
  revision: 1,
  ...said,
});

/** A card as the facts of a standing know it. */
export const aHeldCard = (said: Partial<HeldCard> = {}): HeldCard => ({
  number: aNumber(1),
  programId: PROGRAM,
  issuedAt: ISSUED,
  issuedBy: null,
  ...said,
});

export const aSeries = (said: Partial<Series> = {}): Series => ({
  id: seriesId('ser_0123456789'),
  programId: PROGRAM,
  name: 'First run',
  prefix: '2100',
  count: 100,
  emitted: 100,
  expiresAt: null,
  createdAt: at('2026-01-01'),
  ...said,
});
