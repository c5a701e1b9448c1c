import { describe, expect, it } from '@jest/globals';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, PROGRAM } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId, programId } from '../../support/builders/ids.ts';

const asOf = at('2026-12-01');
const byCard = aProgram({ membership: { kind: 'card', fromMinor: 50_000, earlier: 'ignored' } });
const bought = (amountMinor: number, said: Parameters<typeof aPurchase>[0] = {}) =>
  aPurchase({ lines: [aLine({ amountMinor })], ...said });
const due = (said: Parameters<typeof facts>[0], programs = [byCard], at = asOf) => dueCards(programs, facts(said), at);

describe('who is due a card (product I5)', () => {
  it('is who made one purchase of at least the amount of the program', () => {
    expect(due({ purchases: [bought(49_999)] })).toEqual([]);
    expect(due({ purchases: [bought(50_000)] })).toEqual([PROGRAM]);
    expect(due({ purchases: [bought(30_000), bought(30_000, { orderId: orderId('2') })] })).toEqual([]);
  });

  it('is not who has one already, or has brought the goods back', () => {
    expect(due({ purchases: [bought(50_000)], cards: [aHeldCard()] })).toEqual([]);
    expect(due({ purchases: [bought(50_000, { refunds: [aRefund()] })] })).toEqual([]);
    expect(due({ purchases: [bought(50_000, { state: 'owed' })] })).toEqual([]);
    expect(due({ purchases: [bought(50_000, { state: 'owed' })], owedCounts: true })).toEqual([PROGRAM]);
  });

  it('is every buyer where the card is for everybody who buys, but nobody who bought nothing', () => {
    const everyBuyer = { ...byCard, membership: { kind: 'card', fromMinor: 0, earlier: 'ignored' } as const };
    expect(due({ purchases: [bought(1)] }, [everyBuyer])).toEqual([PROGRAM]);
    expect(due({ purchases: [bought(0)] }, [everyBuyer])).toEqual([]);
    expect(due({}, [everyBuyer])).toEqual([]);
  });

  it('is told apart by program, in force only', () => {
    const other = { ...byCard, programId: programId('prg_another000') };
    expect(due({ purchases: [bought(50_000)], cards: [aHeldCard()] }, [byCard, other])).toEqual([other.programId]);
    expect(due({ purchases: [bought(50_000)] }, [{ ...byCard, endsAt: asOf }])).toEqual([]);
    expect(due({ purchases: [bought(50_000)] }, [aProgram()])).toEqual([]);
  });

  it('is not told before the purchase was made', () => {
    expect(due({ purchases: [bought(50_000)] }, [byCard], at('2026-01-10') - 1)).toEqual([]);
  });
});
