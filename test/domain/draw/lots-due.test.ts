import { describe, expect, it } from '@jest/globals';
import type { Bought } from '../../../shared/domain/draw/draw.ts';
import { lotsDue } from '../../../shared/domain/draw/lots-due.ts';
import type { LocationId, OrderId } from '../../../shared/domain/ids.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { someTerms } from '../../support/builders/a-draw.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { facts } from '../../support/builders/facts.ts';

const CLOSES = Date.UTC(2026, 5, 20, 16);
const JUNE = Date.UTC(2026, 5, 1);
const nobody = { asOf: CLOSES, standings: [] };
const bought = (change: Partial<Bought> = {}): Bought => ({
  from: JUNE,
  to: CLOSES,
  purchases: null,
  spentMinor: null,
  reachedBy: 'all',
  channels: [],
  locationIds: [],
  ...change,
});
const card = aHeldCard({ issuedAt: JUNE });
const purchase = (id: number, processedAt: number, change: object = {}) =>
  aPurchase({ orderId: String(id) as OrderId, processedAt, ...change });

const due = (terms: Parameters<typeof someTerms>[0], purchases: readonly ReturnType<typeof purchase>[]) =>
  lotsDue(someTerms(terms), facts({ cards: [card], purchases }), nobody, CLOSES);

describe('the lots of a holder', () => {
  it('is one for whoever holds a card when the draw closes, and none for who got it later', () => {
    expect(lotsDue(someTerms(), facts({ cards: [card] }), nobody, CLOSES)).toBe(1);
    const later = aHeldCard({ issuedAt: CLOSES + 1 });
    expect(lotsDue(someTerms(), facts({ cards: [later] }), nobody, CLOSES)).toBe(0);
  });

  it('counts what was bought in the period, over the channel and at the location asked for', () => {
    const at = { channel: 'till', locationId: '7' as LocationId } as const;
    const asked = { bought: bought({ purchases: 1, channels: ['till'], locationIds: ['7' as LocationId] }) };
    expect(due(asked, [purchase(1, JUNE, at)])).toBe(1);
    expect(due(asked, [purchase(1, JUNE - 1, at)])).toBe(0);
    expect(due(asked, [purchase(1, CLOSES, at)])).toBe(0);
    expect(due(asked, [purchase(1, JUNE, { ...at, channel: 'web' })])).toBe(0);
    expect(due(asked, [purchase(1, JUNE, { ...at, locationId: '8' })])).toBe(0);
  });

  it('gives a lot for every third purchase, and never more than a hundred', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => purchase(i + 1, JUNE + i));
    expect(due({ bought: bought(), lotPer: 3 }, many(8))).toBe(2);
    expect(due({ bought: bought(), lotPer: 3 }, many(2))).toBe(0);
    expect(due({ bought: bought(), lotPer: 1 }, many(150))).toBe(100);
  });

  it('takes a purchase away that came back in full by then, and not one that comes back later', () => {
    const back = (processedAt: number) => aRefund({ orderId: '1' as OrderId, processedAt });
    const asked = { bought: bought({ purchases: 1 }) };
    expect(due(asked, [purchase(1, JUNE, { refunds: [back(CLOSES)] })])).toBe(0);
    expect(due(asked, [purchase(1, JUNE, { refunds: [back(CLOSES + 1)] })])).toBe(1);
  });
});
