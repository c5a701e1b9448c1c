import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type { NetPurchase } from '../../../shared/domain/purchase/purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { facts } from '../../support/builders/facts.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { asOfs, histories, ofLevels, programs } from './histories.ts';
import { known } from './kept.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const partsOf = ({ lines }: NetPurchase) => [sum(lines.map((l) => l.amountMinor)), sum(lines.map((l) => l.items))];

describe('parts and wholes (rules 6.4)', () => {
  it('the lines of a purchase add up to it, and time takes away but never adds', () => {
    const nothing = facts();
    fc.assert(
      fc.property(histories, asOfs, fc.nat(300 * 86_400_000), (deliveries, asOf, gap) => {
        for (const purchase of known(deliveries).purchases) {
          const [before, after] = [asOf, asOf + gap].map((at) => netPurchase(purchase, at, nothing));
          if (!before || !after) continue;
          for (const net of [before, after]) same(partsOf(net), [net.amountMinor, net.items]);
          const isRight = before.lines.every((line, i) => {
            const later = after.lines[i];
            const charged = purchase.snapshot?.lines.find((l) => l.lineId === line.lineId)?.amountMinor ?? 0;
            const isWithin = line.amountMinor >= 0 && line.items >= 0 && line.amountMinor <= charged;
            return isWithin && (later?.amountMinor ?? 0) <= line.amountMinor && (later?.items ?? 0) <= line.items;
          });
          if (!isRight) expect(after).toEqual(before);
        }
      }),
      runs(14),
    );
  });

  it('purchases add up to the total of somebody who takes part for life', () => {
    fc.assert(
      fc.property(histories, programs, asOfs, (deliveries, said, asOf) => {
        const all = known(deliveries);
        const program = { ...said, window: { kind: 'lifetime' }, membership: { kind: 'everyone' } } as const;
        const nets = all.purchases.flatMap((purchase) => netPurchase(purchase, asOf, all) ?? []);
        const { spentMinor, items, purchases } = evaluate(program, all, asOf);
        const wanted = [sum(nets.map((net) => net.amountMinor)), sum(nets.map((net) => net.items))];
        same([spentMinor, items, purchases], [...wanted, nets.filter((net) => net.counts).length]);
      }),
      runs(15),
    );
  });

  it('a level that stays is the highest that following would have shown at any event (rules 2.2)', () => {
    const lifelong = fc.constantFrom<'lifetime' | 'calendar_year'>('lifetime', 'calendar_year');
    fc.assert(
      fc.property(histories, ofLevels, asOfs, lifelong, (deliveries, said, asOf, kind) => {
        const all = known(deliveries);
        const base = { ...said, membership: { kind: 'everyone' }, window: { kind } } as const;
        const mechanic = { ...said.mechanic, holds: 'window' } as const;
        const stays = evaluate({ ...base, mechanic: { ...mechanic, afterRefund: 'stays' } }, all, asOf);
        const events = all.purchases.flatMap(({ snapshot, refunds }) =>
          [snapshot?.processedAt, snapshot?.cancelledAt, ...refunds.map((r) => r.processedAt)].flatMap((at) =>
            at !== null && at !== undefined && at <= asOf && at >= (stays.windowStartsAt ?? 0) ? [at] : [],
          ),
        );
        const followed = [...events, asOf].map(
          (at) => evaluate({ ...base, mechanic: { ...mechanic, afterRefund: 'follows' } }, all, at).level ?? -1,
        );
        same(stays.level ?? -1, Math.max(...followed));
      }),
      runs(16),
    );
  });
});
