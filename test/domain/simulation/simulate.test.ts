import { describe, expect, it } from '@jest/globals';
import { marginOf } from '../../../shared/domain/simulation/turnover.ts';
import { aProgram, levels } from '../../support/builders/a-program.ts';
import { at, midnight } from '../../support/builders/at.ts';
import { aPastLine, one, order, run } from './run.ts';

const withCard = (fromMinor: number, earlier: 'ignored' | 'count' = 'ignored') =>
  ({ membership: { kind: 'card', fromMinor, earlier } }) as const;

const january = at('2026-01-10');

describe('a program over the past (rules 4a)', () => {
  it('gives the discount from the purchase after the one that reached the level, and adds up what was charged', () => {
    const program = levels('500.00 → 1 %, 800.00 → 2 %');
    const past = [
      order('1', at('2026-01-10'), { amountMinor: 50_000 }),
      order('2', at('2026-01-11'), { amountMinor: 30_000 }),
      order('3', at('2026-01-12'), { amountMinor: 300 }),
      order('4', at('2026-01-13'), { amountMinor: 10_000 }),
    ];
    // 500.00 → 1 %; 297.00 → 797.00; 3.00 at 1 % → 2.97 → 799.97, so still 1 %: 99.00 → 898.97 → 2 %.
    expect(one(program, past)).toMatchObject({ discountMinor: 300 + 3 + 100, bookedMinor: 89_897, returnedMinor: 0 });
    const held = { spentMinor: 89_897, purchases: 4, items: 4 };
    expect(one(program, past)?.standing).toEqual({
      bp: 200,
      level: 1,
      position: 0,
      rewards: null,
      marks: null,
      ...held,
    });
  });

  it('takes nothing off where it only asks what everybody would have', () => {
    const past = [order('1', january, { amountMinor: 50_000 }), order('2', january + 1, { amountMinor: 30_000 })];
    const found = one(levels('500.00 → 1 %, 800.00 → 2 %'), past, { mode: 'as_happened' });
    expect(found).toMatchObject({ discountMinor: 0, bookedMinor: 80_000, standing: { bp: 200, spentMinor: 80_000 } });
  });

  it('rounds half up on each line', () => {
    const lines = [aPastLine({ amountMinor: 50 }), aPastLine({ lineId: '2', amountMinor: 50 })];
    const program = aProgram({ mechanic: { kind: 'fixed', discountBp: 100 } });
    expect(one(program, [{ ...order('1', january), lines }])).toMatchObject({ discountMinor: 2, bookedMinor: 98 });
  });

  it('hands the card over with the first single purchase that reaches the amount, and counts it', () => {
    const program = { ...levels('100.00 → 10 %'), ...withCard(50_000) };
    const past = [
      order('1', january, { amountMinor: 49_999 }),
      order('2', january + 1, { amountMinor: 50_000 }),
      order('3', january + 2),
    ];
    expect(one(program, past)).toMatchObject({
      hasCard: true,
      discountMinor: 1000,
      standing: { spentMinor: 59_000, purchases: 2 },
    });
    const counting = { ...program, ...withCard(50_000, 'count') };
    expect(one(counting, past)?.standing).toMatchObject({ spentMinor: 108_999, purchases: 3 });
  });

  it('leaves the card when the purchase that gave it comes back', () => {
    const returns = [{ at: january + 5, quantity: 1 }];
    const found = one({ ...aProgram(), ...withCard(10_000) }, [
      order('1', january, { returns }),
      order('2', january + 9),
    ]);
    expect(found).toMatchObject({ hasCard: true, discountMinor: 500, standing: { spentMinor: 9500, purchases: 1 } });
  });

  it('gives nothing without a card, and says so', () => {
    const found = one({ ...aProgram(), ...withCard(10_001) }, [order('1', january), order('2', january + 1)]);
    expect(found).toMatchObject({
      hasCard: false,
      discountMinor: 0,
      bookedMinor: 20_000,
      standing: { bp: 0, items: 0 },
    });
  });

  it('never lets a purchase earn its own discount', () => {
    const past = [order('9', january, { amountMinor: 50_000 })];
    expect(one(levels('500.00 → 1 %'), past)).toMatchObject({ discountMinor: 0, standing: { bp: 100 } });
    expect(one(levels('500.00 → 1 %'), [...past, order('11', january + 1)])).toMatchObject({ discountMinor: 100 });
  });

  it('lets the lower number of two orders at one instant be the one before the other', () => {
    const past = [order('10', january, { amountMinor: 20_000 }), order('9', january, { amountMinor: 50_000 })];
    expect(one(levels('500.00 → 1 %'), past)).toMatchObject({ discountMinor: 200 });
  });

  it('counts a return from its own instant on', () => {
    const back = (when: number) => order('1', january, { amountMinor: 50_000, returns: [{ at: when, quantity: 1 }] });
    const later = order('2', january + 100);
    expect(one(levels('500.00 → 1 %'), [back(january + 100), later])?.discountMinor).toBe(0);
    expect(one(levels('500.00 → 1 %'), [back(january + 101), later])?.discountMinor).toBe(100);
  });

  it('takes returned units off the end, at what they were booked for', () => {
    // 1.00 at 5 % → 0.95 over three units: 0.32, 0.32, 0.31. The last one goes first.
    const line = { quantity: 3, amountMinor: 100, returns: [{ at: january + 1, quantity: 1 }] };
    expect(one(aProgram(), [order('1', january, line)])).toMatchObject({
      bookedMinor: 95,
      returnedMinor: 31,
      standing: { spentMinor: 64, items: 2 },
    });
  });

  it('spreads a line of 80,000 units to the last of them', () => {
    const line = { quantity: 80_000, amountMinor: 80_001, returns: [{ at: january + 1, quantity: 79_999 }] };
    const past = Array.from({ length: 2000 }, (_, i) => order(String(i + 1), january + i * 1000, line));
    const found = one(levels('500.00 → 1 %'), past);
    expect(found?.standing).toMatchObject({ items: 2000, purchases: 2000 });
  });

  it('takes a step back from a purchase that comes after a full pause, to the millisecond', () => {
    const decay = { days: 30, to: 'step_back' } as const;
    const mechanic = { kind: 'step_up', startBp: 0, stepBp: 100, capBp: 1000, decay } as const;
    const program = { ...aProgram({ mechanic }), ...withCard(0) };
    const full = january + 30 * 86_400_000;
    const second = (when: number) => one(program, [order('1', january), order('2', when)]);
    expect(second(full - 1)).toMatchObject({ discountMinor: 100, standing: { position: 2 } });
    expect(second(full)).toMatchObject({ discountMinor: 0, standing: { position: 1 } });
  });

  it('takes a step with every purchase, and passes over one that came back in full', () => {
    const steps = { kind: 'step_up', startBp: 0, stepBp: 100, capBp: 1000, decay: null } as const;
    const program = { ...aProgram({ mechanic: steps }), ...withCard(0) };
    const visits = Array.from({ length: 4 }, (_, i) => order(String(i + 1), january + i * 86_400_000));
    // 0 %, 1 %, 2 %, 3 % of 100.00.
    expect(one(program, visits)).toMatchObject({ discountMinor: 600, standing: { bp: 400, position: 4 } });
    const third = order('3', january + 2 * 86_400_000, { returns: [{ at: january + 2.5 * 86_400_000, quantity: 1 }] });
    const returned = [...visits.filter(({ orderId }) => orderId !== '3'), third];
    expect(one(program, returned)).toMatchObject({ discountMinor: 500, standing: { bp: 300, position: 3 } });
  });

  it('does not sell below cost and margin, and tells what that saved', () => {
    const line = { amountMinor: 10_000, unitCostMinor: 9000 };
    const program = aProgram({ mechanic: { kind: 'fixed', discountBp: 1000 } });
    const found = one(program, [order('1', january, line)], { marginBp: 500 });
    expect(found).toMatchObject({ discountMinor: 550, floorSavedMinor: 450, bookedMinor: 9450 });
    expect(one(program, [order('1', january, line)])).toMatchObject({ discountMinor: 1000, floorSavedMinor: 0 });
  });

  it('begins anew with the calendar year of the shop', () => {
    const program = levels('500.00 → 1 %', { window: { kind: 'calendar_year' } });
    const before = order('1', at('2025-12-31'), { amountMinor: 50_000 });
    const [lastMs, first] = [midnight('2026-01-01') - 1, midnight('2026-01-01')];
    expect(one(program, [before, order('2', lastMs)])?.discountMinor).toBe(100);
    expect(one(program, [before, order('2', first)])).toMatchObject({ discountMinor: 0, standing: { bp: 0 } });
  });

  it('lets a purchase leave a rolling window at its instant and not before', () => {
    const program = levels('100.00 → 1 %', { window: { kind: 'rolling_days', days: 30 } });
    const leaves = january + 30 * 86_400_000;
    const nobodys = (day: number) => order('9', day, {}, null);
    expect(one(program, [order('1', january), nobodys(leaves - 1)])?.standing).toMatchObject({ bp: 100, items: 1 });
    expect(one(program, [order('1', january), nobodys(leaves)])?.standing).toMatchObject({ bp: 0, items: 0 });
    expect(one(program, [order('1', january), order('2', leaves - 1)])?.discountMinor).toBe(100);
    expect(one(program, [order('1', january), order('2', leaves)])?.discountMinor).toBe(0);
  });

  it('lets purchases of the hour that the clock shows twice leave in the order of the clock', () => {
    const program = levels('1.00 → 1 %', { window: { kind: 'rolling_months', months: 1 } });
    const [summer, winter] = [Date.parse('2025-10-26T00:30:00Z'), Date.parse('2025-10-26T01:10:00Z')];
    const past = [order('1', summer, { amountMinor: 100 }), order('2', winter, { amountMinor: 200 })];
    // A month on, 02:10 comes before 02:30, which the first of both showed.
    const end = order('9', Date.parse('2025-11-26T01:15:00Z'), {}, null);
    expect(one(program, [...past, end])?.standing).toMatchObject({ spentMinor: 100, items: 1 });
  });

  it('shows month by month what was sold and how many are owed what', () => {
    const past = [
      order('1', at('2026-01-10'), { amountMinor: 50_000, returns: [{ at: at('2026-03-02'), quantity: 1 }] }),
      order('2', at('2026-02-10'), {}, '8'),
      order('3', at('2026-03-31'), {}, null),
    ];
    const { months, nobodys } = run(levels('500.00 → 1 %'), past);
    const seen = months.map((m) => [m.month, m.orders, m.amountMinor, m.returnedMinor, [...m.holders].sort()]);
    expect(seen).toEqual([
      [1, 1, 50_000, 0, [[100, 1]]],
      [
        2,
        1,
        10_000,
        0,
        [
          [0, 1],
          [100, 1],
        ],
      ],
      [3, 0, 0, 50_000, [[0, 2]]],
    ]);
    expect(nobodys).toEqual({ orders: 1, amountMinor: 10_000 });
  });

  it('tells each location and channel apart, each with its own discounts, returns and what the floor saved', () => {
    const back = [{ at: at('2026-03-02'), quantity: 1 }];
    const [till, web] = [
      { locationId: 61, channel: 'till' },
      { locationId: null, channel: 'web' },
    ] as const;
    const past = [
      { ...order('1', at('2026-01-10'), { unitCostMinor: 9000, returns: back }), place: till },
      { ...order('2', at('2026-01-11')), place: web },
      { ...order('3', at('2026-01-12'), {}, null), place: { locationId: 7, channel: 'till' } },
    ];
    const { places, months } = run(aProgram({ mechanic: { kind: 'fixed', discountBp: 1000 } }), past, {
      marginBp: 500,
    });
    // 100.00 at a cost of 90.00 and a margin of 5 %: the floor is 94.50, so 5.50 of the 10.00 are given.
    const costed = { costMinor: 9000, costedMinor: 10_000, costedDiscountMinor: 550 };
    const uncosted = { costMinor: 0, costedMinor: 0, costedDiscountMinor: 0 };
    const [atTill, onWeb] = [
      { ...till, orders: 1, amountMinor: 10_000, discountMinor: 550, returnedMinor: 9450, floorSavedMinor: 450 },
      { ...web, orders: 1, amountMinor: 10_000, discountMinor: 1000, returnedMinor: 0, floorSavedMinor: 0 },
    ];
    expect(places).toEqual([
      { ...atTill, ...costed },
      { ...onWeb, ...uncosted },
    ]);
    expect(marginOf(months)).toEqual({ beforeMinor: 1000, afterMinor: 450 });
  });

  it('knows no margin where no unit cost is known', () => {
    const { months } = run(aProgram(), [order('1', january)]);
    expect(marginOf(months)).toBeNull();
  });

  it('has nothing to say of a past without orders', () => {
    expect(run(aProgram(), [])).toMatchObject({ customers: [], months: [], endsAt: null });
  });
});
