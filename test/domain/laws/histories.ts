import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/ids.ts';
import type {
  Levels,
  Marks,
  Membership,
  NthItem,
  ProgramVersion,
  StepUp,
  Window,
} from '../../../shared/domain/program/program.ts';
import type { OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { HeldCard, ManualFact } from '../../../shared/domain/standing/standing.ts';
import { aHeldCard, aNumber } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, nthItem, PROGRAM } from '../../support/builders/a-program.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { at } from '../../support/builders/at.ts';
import { given, joined, taken } from '../../support/builders/facts.ts';
import { lineId, orderId, productId, refundId } from '../../support/builders/ids.ts';
import type { Delivery } from '../../support/story/delivery.ts';

const DAY_MS = 86_400_000;
const START = at('2024-01-01');
/** Three years, so that windows end in between. */
export const END = START + 3 * 365 * DAY_MS;

/** Few instants on purpose: things that happen in the same second are where orders of arrival go wrong. */
export const instants: fc.Arbitrary<Instant> = fc.oneof(
  fc.nat(3 * 365).map((day) => START + day * DAY_MS),
  fc.integer({ min: START, max: END }),
);
const few = <T>(things: fc.Arbitrary<T>, maxLength: number) => fc.array(things, { maxLength });

const GOODS = ['1', '2', '3'].map(productId);

/** Lines of an order: some free, some gift cards, some with units removed or rewards taken. */
export const lines: fc.Arbitrary<readonly OrderLine[]> = few(
  fc.record({
    quantity: fc.nat(4),
    removedQuantity: fc.constantFrom(0, 0, 0, 1, 2),
    amountMinor: fc.constantFrom(0, 1, 333, 1000, 9_999, 20_000, 50_000),
    isGiftCard: fc.constantFrom(false, false, false, true),
    productId: fc.constantFrom(...GOODS, null),
    reward: fc.option(
      fc.record({
        after: fc.constantFrom(3, 3, 7),
        count: fc.constantFrom(1, 1, 2, 5),
        givenMinor: fc.constantFrom(1, 500, 9_000),
      }),
      { freq: 3, nil: undefined },
    ),
  }),
  4,
).map((some) =>
  some.map(({ reward, ...said }, i) =>
    aLine({ lineId: lineId(String(i + 1)), ...said, ...(reward === undefined ? {} : { reward }) }),
  ),
);

/** One order told once, or several times: other lines, other states, now and then in the same second. */
function snapshots(id: number): fc.Arbitrary<readonly OrderSnapshot[]> {
  const telling = fc.record({
    updatedAt: instants,
    cancelledAt: fc.option(instants, { freq: 6 }),
    state: fc.constantFrom('paid', 'paid', 'paid', 'owed', 'cancelled', 'deleted'),
    isTest: fc.constantFrom(false, false, false, false, true),
    lines,
  });
  const tellings = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(telling) },
    { weight: 1, arbitrary: fc.array(telling, { minLength: 2, maxLength: 3 }) },
  );
  return fc.tuple(instants, tellings).map(([processedAt, some]) => {
    const [first] = some;
    const told = (said: (typeof some)[number], i: number) =>
      aSnapshot({
        ...(said as Partial<OrderSnapshot>),
        orderId: orderId(String(id)),
        processedAt,
        updatedAt: i % 2 === 1 ? (first?.updatedAt ?? 0) : said.updatedAt,
      });
    return some.map(told);
  });
}

const refunds = (id: number): fc.Arbitrary<readonly Refund[]> =>
  few(
    fc.record({
      refundId: fc.constantFrom('1', '2', '10').map((n) => refundId(`${id}0${n}`)),
      processedAt: instants,
      lines: few(fc.record({ lineId: fc.constantFrom('1', '2', '3').map(lineId), quantity: fc.nat(3) }), 2),
      goodwillMinor: fc.constantFrom(0, 0, 1, 500, 30_000),
    }),
    4,
  ).map((some) => some.map((said) => aRefund({ ...said, orderId: orderId(String(id)) })));

const purchases: fc.Arbitrary<readonly Delivery[]> = fc
  .tuple(...[8, 9, 10, 11].map((id) => fc.tuple(snapshots(id), refunds(id))))
  .map((orders) =>
    orders.flatMap(([told, back], i): Delivery[] => {
      const id = orderId(String(i + 8));
      return [
        ...told.map((snapshot): Delivery => ({ kind: 'purchase', orderId: id, snapshot, refunds: [] })),
        ...back.map((refund): Delivery => ({ kind: 'purchase', orderId: id, snapshot: null, refunds: [refund] })),
      ];
    }),
  );

const cards: fc.Arbitrary<readonly HeldCard[]> = few(
  fc.record({ issuedAt: instants, issuedBy: fc.option(fc.constantFrom('8', '9', '77').map(orderId)) }),
  2,
).map((some) => some.map((said, i) => aHeldCard({ number: aNumber(i + 1), ...said })));

const manual: fc.Arbitrary<readonly ManualFact[]> = few(
  fc.tuple(fc.constantFrom('given', 'taken', 'joined'), instants, fc.constantFrom(150, 500)),
  3,
).map((some) =>
  some.map(([kind, when, bp], i) => {
    const told = { sequence: i + 1, at: when };
    if (kind === 'given') return given(bp, told);
    return kind === 'taken' ? taken(told) : joined(bp, told);
  }),
);

/** All that is ever told of one customer. */
export const histories: fc.Arbitrary<readonly Delivery[]> = fc
  .tuple(purchases, cards, manual)
  .map(([bought, held, decided]) => [
    ...bought,
    ...held.map((card): Delivery => ({ kind: 'card', card })),
    ...decided.map((fact): Delivery => ({ kind: 'manual', fact })),
  ]);

const years: fc.Arbitrary<Window> = fc.constantFrom<Window>({ kind: 'calendar_year' }, { kind: 'card_year' });
const lifetime = fc.constant<Window>({ kind: 'lifetime' });
const rolling = fc.constantFrom<Window>({ kind: 'rolling_days', days: 200 }, { kind: 'rolling_months', months: 5 });

const memberships = fc.constantFrom<Membership>(
  { kind: 'everyone' },
  { kind: 'card', fromMinor: 0, earlier: 'ignored' },
  { kind: 'card', fromMinor: 0, earlier: 'count' },
);

const mechanic = (
  afterRefund: Levels['afterRefund'],
  holds: Levels['holds'],
  reachedBy: Levels['reachedBy'],
): Levels => ({
  kind: 'levels',
  levels: [
    { name: 'first', fromSpentMinor: 10_000, fromPurchases: 1, discountBp: 100 },
    { name: 'second', fromSpentMinor: 30_000, fromPurchases: null, discountBp: 200 },
    { name: 'third', fromSpentMinor: 60_000, fromPurchases: 3, discountBp: 300 },
  ],
  reachedBy,
  afterRefund,
  holds,
});

const kinds = fc.oneof(
  fc.tuple(years, fc.constantFrom('follows', 'stays'), fc.constantFrom('window', 'next_window')),
  fc.tuple(lifetime, fc.constantFrom('follows', 'stays'), fc.constant('window')),
  fc.tuple(rolling, fc.constant('follows'), fc.constant('window')),
);

const timeZones = fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'UTC');

/** Levels by total, purchases or both, in every window, with every choice of what a return takes. */
export const ofLevels: fc.Arbitrary<ProgramVersion & { readonly mechanic: Levels }> = fc
  .tuple(kinds, memberships, fc.constantFrom('any', 'all'), timeZones)
  .map(([[window, afterRefund, holds], membership, reachedBy, timeZone]) => ({
    ...aProgram({ programId: PROGRAM, window, membership, timeZone }),
    mechanic: mechanic(
      afterRefund as Levels['afterRefund'],
      holds as Levels['holds'],
      reachedBy as Levels['reachedBy'],
    ),
  }));

const decays = fc.constantFrom<StepUp['decay']>(
  null,
  { days: 30, to: 'step_back' },
  { days: 120, to: 'step_back' },
  { days: 120, to: 'start' },
);

/** Steps with every purchase: in every window they may have, with and without what a pause takes. */
export const ofSteps: fc.Arbitrary<ProgramVersion> = fc
  .tuple(fc.oneof(years, lifetime), memberships, decays, fc.constantFrom(0, 250), timeZones)
  .map(([window, membership, decay, startBp, timeZone]) => {
    const mechanic: StepUp = { kind: 'step_up', startBp, stepBp: 100, capBp: 400, decay };
    return aProgram({ programId: PROGRAM, window, membership, timeZone, mechanic });
  });

/** What becomes of rewards that nobody uses: they end with their window, wait for good, or so many days. */
export const waits: fc.Arbitrary<Pick<NthItem, 'unused'>> = fc.constantFrom<Pick<NthItem, 'unused'>>(
  {},
  {},
  { unused: 'never' },
  { unused: { days: 30 } },
  { unused: { days: 400 } },
);

/** A reward after three items, with every choice the merchant has. */
export const ofItems: fc.Arbitrary<ProgramVersion & { readonly mechanic: NthItem }> = fc
  .tuple(
    fc.oneof(years, lifetime),
    memberships,
    timeZones,
    fc.constantFrom<NthItem['surplus']>('lapses', 'carries'),
    fc.constantFrom<NthItem['rewarded']>('apart', 'counts'),
    waits,
  )
  .map(([window, membership, timeZone, surplus, rewarded, waiting]) =>
    nthItem('3 → 33.33 %', { programId: PROGRAM, window, membership, timeZone, surplus, rewarded, ...waiting }),
  );

/** Two rewards for marks on three products, of which the first may cost its marks. */
const ofMarks: fc.Arbitrary<ProgramVersion> = fc
  .tuple(
    fc.oneof(years, lifetime),
    memberships,
    timeZones,
    fc.constantFrom<Marks['per']>('product', 'item', 'purchase'),
    fc.constantFrom<Marks['lower']>('keeps', 'spends'),
    waits,
  )
  .map(([window, membership, timeZone, per, lower, waiting]) => {
    const rewards = [1, 3].map((marks) => ({ marks, gives: [{ kind: 'percent', discountBp: 100 * marks } as const] }));
    const mechanic: Marks = { kind: 'marks', products: GOODS, per, lower, rewards, ...waiting };
    return aProgram({ programId: PROGRAM, window, membership, timeZone, mechanic });
  });

/** Programs of every kind that the wizard offers. */
export const programs = fc.oneof(
  { weight: 2, arbitrary: ofLevels },
  { weight: 1, arbitrary: ofSteps },
  { weight: 1, arbitrary: ofItems },
  { weight: 1, arbitrary: ofMarks },
);

export const asOfs = fc.integer({ min: START - DAY_MS, max: END + 400 * DAY_MS });
