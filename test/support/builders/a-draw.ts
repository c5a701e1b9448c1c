import { commitmentOf, writeTerms } from '../../../shared/domain/draw/commitment.ts';
import type { Draw, DrawTerms } from '../../../shared/domain/draw/draw.ts';
import type { Hashing } from '../../../shared/domain/draw/hashing.ts';
import type { DrawId, LotNumber } from '../../../shared/domain/ids.ts';

export const drawId = (id: number): DrawId => `drw_${String(id).padStart(10, '0')}` as DrawId;

/** A lot of a holder who is a number here: five letters to a group, as handles have. */
export const aLot = (holder: number, count = 1): LotNumber =>
  `AAAAA-BBBBB-${String(holder).padStart(5, '0')}-${count}` as LotNumber;

export const someTerms = (change: Partial<DrawTerms> = {}): DrawTerms => ({
  name: 'Spring draw',
  prizes: [
    { name: 'Bicycle', count: 1 },
    { name: 'Tea', count: 2 },
  ],
  among: { kind: 'card' },
  bought: null,
  lotPer: null,
  closesAt: Date.UTC(2026, 5, 20, 16),
  currency: 'EUR',
  timeZone: 'Europe/Prague',
  ...change,
});

/** An open draw; `hashing` where its commitment is to be a real one. */
export function aDraw(id: number, change: Partial<Draw> = {}, hashing?: Hashing, seed = '00'.repeat(32)): Draw {
  const terms = change.terms ?? someTerms();
  const termsText = writeTerms(drawId(id), 'demo.myshopify.com', terms);
  return {
    id: drawId(id),
    terms,
    termsText,
    commitment: hashing === undefined ? 'c0'.repeat(32) : commitmentOf(hashing, seed, termsText),
    state: 'open',
    createdAt: Date.UTC(2026, 5, 1) + id,
    closed: null,
    drawn: null,
    isTold: false,
    trail: [],
    revision: 0,
    ...change,
  };
}
