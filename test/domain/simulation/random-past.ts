import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/ids.ts';
import { canCap } from '../../../shared/domain/program/draft.ts';
import type { Caps, Marks, Membership, ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import type { Where } from '../../../shared/domain/program/where.ts';
import { midnight } from '../../support/builders/at.ts';
import { locationId, productId } from '../../support/builders/ids.ts';
import { ofItems, programs, waits } from '../laws/histories.ts';
import type { Told } from './past.ts';

const DAY_MS = 86_400_000;
const START = midnight('2024-01-01');
const DAYS = 3 * 365;

/** Midnights of the shop, so that things fall together and on the ends of windows, and any instant. */
const instants: fc.Arbitrary<Instant> = fc.oneof(
  fc.nat(DAYS).map((day) => START + day * DAY_MS),
  fc.nat(40).map((day) => START + day * DAY_MS),
  fc.integer({ min: START, max: START + DAYS * DAY_MS }),
);

const lines: fc.Arbitrary<Omit<Told['lines'][number], 'lineId'>> = fc.record({
  productId: fc.constantFrom(null, 7, 7, 8, 'oil'),
  quantity: fc.constantFrom(1, 1, 2, 3, 7, 80),
  amountMinor: fc.constantFrom(0, 1, 50, 333, 1000, 9_999, 20_000, 50_000),
  unitCostMinor: fc.constantFrom(null, null, 0, 40, 9_000),
  returns: fc.uniqueArray(fc.record({ at: instants, quantity: fc.constantFrom(1, 1, 2, 3, 79) }), {
    maxLength: 2,
    selector: ({ at, quantity }) => `${at} ${quantity}`,
  }),
});

const orders: fc.Arbitrary<Omit<Told, 'orderId'>> = fc.record({
  customerId: fc.constantFrom('5', '5', '5', 'ann@example.test', null),
  at: instants,
  goodwill: fc.array(fc.record({ at: instants, amountMinor: fc.constantFrom(1, 10, 500, 60_000) }), { maxLength: 1 }),
  place: fc.constantFrom(
    { locationId: null, channel: null },
    { locationId: 61, channel: 'till' },
    { locationId: 9, channel: 'till' },
    { locationId: null, channel: 'web' },
  ),
  lines: fc
    .array(lines, { minLength: 1, maxLength: 3 })
    .map((some) => some.map((line, i) => ({ lineId: String(i + 1), ...line }))),
});

/** The past of a small shop with two customers; ids of one, two and three digits and of letters. */
export const pasts: fc.Arbitrary<readonly Told[]> = fc
  .array(orders, { minLength: 1, maxLength: 9 })
  .map((some) => some.map((order, i) => ({ orderId: i % 4 === 3 ? `w${i}` : String(8 + i * 11), ...order })));

const memberships = fc.constantFrom<Membership>(
  { kind: 'everyone' },
  { kind: 'card', fromMinor: 0, earlier: 'ignored' },
  { kind: 'card', fromMinor: 20_000, earlier: 'ignored' },
  { kind: 'card', fromMinor: 20_000, earlier: 'count' },
);

/** All goods, some, all but some; lists name goods that nobody buys, and leave out what they name. */
const scopes = fc.constantFrom<Scope | undefined>(
  undefined,
  undefined,
  { kind: 'all', excluded: ['7', '99'].map(productId) },
  { kind: 'products', products: ['7', 'oil', '99'].map(productId), excluded: [] },
  { kind: 'products', products: ['7', '8'].map(productId), excluded: [productId('8')] },
);

/** Everywhere, over one channel, at some locations of tills, or both. */
const places = fc.constantFrom<Where | undefined>(
  undefined,
  undefined,
  undefined,
  { channels: ['web'], locations: [] },
  { channels: ['till'], locations: [locationId('61')] },
  { channels: [], locations: [locationId('9')] },
);

/** Mostly none; caps that a purchase reaches, or a month, or both. */
const caps = fc.constantFrom<Caps | undefined>(
  undefined,
  undefined,
  { orderMinor: 700, monthMinor: null },
  { orderMinor: null, monthMinor: 1_500 },
  { orderMinor: 900, monthMinor: 1_000 },
);

const fixed = { kind: 'fixed', discountBp: 1250 } as const;

/** Rewards after every item or seldom, of next to nothing or of all that the items came to. */
const rewarding: fc.Arbitrary<ProgramVersion> = fc
  .tuple(ofItems, fc.constantFrom(1, 2, 3, 3, 10), fc.constantFrom(1, 1000, 3333, 10_000))
  .map(([program, items, shareBp]) => ({ ...program, mechanic: { ...program.mechanic, items, shareBp } }));

const percent = (discountBp: number) => ({ kind: 'percent', discountBp }) as const;
const gift = (id: string) => ({ kind: 'gift', productId: productId(id) }) as const;

/** Cards of marks: few products, quick rewards, of which some are worth nothing on most purchases. */
const marking: fc.Arbitrary<ProgramVersion> = fc
  .record({
    program: ofItems,
    products: fc.constantFrom(['7'], ['7', '8'], ['8', 'oil', '7', '99']).map((ids) => ids.map(productId)),
    per: fc.constantFrom('product' as const, 'item' as const, 'purchase' as const),
    rewards: fc.constantFrom<Marks['rewards']>(
      [{ marks: 1, gives: [percent(1000)] }],
      [
        { marks: 1, gives: [percent(300), gift('oil')] },
        { marks: 2, gives: [percent(10_000)] },
      ],
      [
        { marks: 2, gives: [gift('7')] },
        { marks: 3, gives: [gift('8'), percent(3333)] },
        { marks: 9, gives: [percent(50)] },
      ],
    ),
    lower: fc.constantFrom('keeps' as const, 'spends' as const),
    waiting: waits,
  })
  .map(({ program, waiting, ...mechanic }) => ({ ...program, mechanic: { kind: 'marks', ...mechanic, ...waiting } }));

/** Programs of every kind, mostly about some goods only, some under a cap; one in eight gives the same always. */
export const anyProgram: fc.Arbitrary<ProgramVersion> = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: programs },
      { weight: 1, arbitrary: rewarding },
      { weight: 1, arbitrary: marking },
    ),
    memberships,
    fc.nat(7),
    scopes,
    caps,
    places,
  )
  .map(([program, membership, n, scope, most, where]) => {
    const mechanic = n === 0 ? fixed : program.mechanic;
    return {
      ...{ ...program, membership, mechanic },
      ...(scope === undefined || program.mechanic.kind === 'marks' ? {} : { scope }),
      ...(where === undefined ? {} : { where }),
      ...(most !== undefined && canCap(mechanic.kind) ? { caps: most } : {}),
    };
  });
