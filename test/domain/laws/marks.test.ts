import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProductId } from '../../../shared/domain/ids.ts';
import type { Redeemed } from '../../../shared/domain/offer/offer.ts';
import type { Marks, ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, PROGRAM } from '../../support/builders/a-program.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, productId, refundId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';

const START = at('2026-01-01');
const DAY_MS = 86_400_000;
const GOODS = ['1', '2', '3', '4', '5', '9'].map(productId);
const gift = { kind: 'gift', productId: productId('9') } as const;
const percent = { kind: 'percent', discountBp: 300 } as const;

const cards: fc.Arbitrary<ProgramVersion & { readonly mechanic: Marks }> = fc
  .record({
    per: fc.constantFrom('product' as const, 'item' as const, 'purchase' as const),
    lower: fc.constantFrom('keeps' as const, 'spends' as const),
    tops: fc.constantFrom([3], [2, 3], [1, 2, 4]),
    days: fc.constantFrom(null, null, 1, 2, 4, 97),
  })
  .map(({ per, lower, tops, days }) => {
    const rewards = tops.map((marks) => ({ marks, gives: [percent, gift] }));
    const products = per === 'purchase' ? [] : GOODS.slice(0, 5);
    const unused = days === null ? {} : { unused: { days } };
    const mechanic: Marks = { kind: 'marks', products, per, lower, rewards, ...unused };
    return { ...aProgram({ programId: PROGRAM, window: { kind: 'lifetime' } }), mechanic };
  });

/** A purchase as it is told here: units of goods, how many of each came back, and what a code of it used. */
type Told = {
  readonly units: readonly { readonly of: number; readonly quantity: number; readonly back: number }[];
  readonly uses: { readonly marks: number; readonly isGift: boolean } | null;
  readonly isElsewhere: boolean;
};

const pasts: fc.Arbitrary<readonly Told[]> = fc.array(
  fc.record({
    units: fc.array(
      fc.record({ of: fc.nat(5), quantity: fc.integer({ min: 1, max: 3 }), back: fc.constantFrom(0, 0, 0, 1, 3) }),
      { maxLength: 4 },
    ),
    uses: fc.option(fc.record({ marks: fc.integer({ min: 1, max: 4 }), isGift: fc.boolean() }), { freq: 2 }),
    isElsewhere: fc.constantFrom(false, false, false, false, true),
  }),
  { maxLength: 9 },
);

const productOf = (of: number): ProductId => GOODS[of] ?? productId('9');
const leftOf = ({ quantity, back }: Told['units'][number]): number => Math.max(0, quantity - back);

function purchaseOf({ units }: Told, i: number): Purchase {
  const id = orderId(String(i + 1));
  const processedAt = START + i * DAY_MS;
  const lines = units.map(({ of, quantity }, line) =>
    aLine({ lineId: lineId(String(line)), productId: productOf(of), quantity, amountMinor: 100 * quantity }),
  );
  const returned = units.flatMap(({ quantity, back }, line) =>
    back === 0 ? [] : [{ lineId: lineId(String(line)), quantity: Math.min(quantity, back) }],
  );
  const refund = aRefund({ refundId: refundId(`${i}`), orderId: id, processedAt: processedAt + 5, lines: returned });
  return { orderId: id, snapshot: aSnapshot({ orderId: id, processedAt, lines }), refunds: [refund] };
}

function factsOf(past: readonly Told[], seed: number) {
  const random = chance(seed);
  const redeemed = past.flatMap(({ uses, isElsewhere }, i): readonly Redeemed[] => {
    if (uses === null) return [];
    const { marks, isGift } = uses;
    const use = { programId: PROGRAM, offerId: `${i}` as Redeemed['offerId'], marks, gives: isGift ? gift : percent };
    return [{ ...use, orderId: orderId(String(i + 1)), ...(isElsewhere ? { elsewhere: START + i * DAY_MS } : {}) }];
  });
  const own = past.flatMap((told, i) => (told.isElsewhere ? [] : [purchaseOf(told, i)]));
  return facts({ purchases: shuffled(own, random), redeemed: shuffled(redeemed, random) });
}

/** A gift is used while its product is kept, a percentage while anything is; what others bought is kept. */
const isUsed = ({ units, uses, isElsewhere }: Told): boolean =>
  isElsewhere || units.some((unit) => leftOf(unit) > 0 && (!uses?.isGift || productOf(unit.of) === gift.productId));

/** The day on which a past is looked back upon, long after its last purchase. */
const END = 100;

/** Rules 2.6 word by word, with a list of what hangs on the card; a purchase a day. */
function byTheWord({ products, per, lower, rewards, unused }: Marks, past: readonly Told[]) {
  const days = typeof unused === 'object' ? unused.days : Number.POSITIVE_INFINITY;
  const top = rewards.at(-1)?.marks ?? 0;
  let hung: ProductId[] = [];
  let [lost, used] = [0, 0];
  let taken: number[] = [];
  let over: number[] = [];
  let since = new Map<number, number>();
  const onCard = (): number => (per === 'product' ? new Set(hung).size : hung.length) - lost;
  const missing = (): number => Math.max(0, (lower === 'spends' ? 0 : Math.max(0, ...taken)) - onCard());
  const reached = (): number[] => rewards.map(({ marks }) => marks).filter((marks) => marks <= onCard());
  const ready = (): number[] =>
    missing() > 0 ? [] : reached().filter((marks) => !taken.includes(marks) && !over.includes(marks));
  const begin = (owing: number): void => {
    [hung, lost, taken, over, since] = [[], owing, [], [], new Map()];
  };
  const goTo = (day: number): void => {
    const late = [...since].filter(([, from]) => from + days <= day).map(([marks]) => marks);
    if (late.includes(top)) begin(0);
    else over.push(...late);
  };
  for (const [day, { units, uses, isElsewhere }] of past.entries()) {
    goTo(day);
    if (uses !== null && isUsed({ units, uses, isElsewhere })) {
      used += 1;
      if (uses.marks >= top) begin(Math.max(0, uses.marks - onCard()));
      else {
        if (lower === 'spends' || [...taken, ...over].includes(uses.marks)) lost += uses.marks;
        taken.push(uses.marks);
      }
    }
    if (!isElsewhere) {
      if (per === 'purchase' && units.some((unit) => leftOf(unit) > 0)) hung.push(productOf(0));
      for (const unit of units)
        if (products.includes(productOf(unit.of))) hung.push(...Array(leftOf(unit)).fill(productOf(unit.of)));
    }
    since = new Map(ready().map((marks) => [marks, since.get(marks) ?? day]));
  }
  goTo(END);
  const marks = { set: Math.max(0, onCard()), used, deficit: missing(), ready: ready() };
  const waits = [...since].filter(([one]) => marks.ready.includes(one)).map(([, from]) => from);
  const isEnding = waits.length > 0 && days < Number.POSITIVE_INFINITY;
  return isEnding ? { ...marks, lapsesAt: START + (Math.min(...waits) + days) * DAY_MS } : marks;
}

/** Marks that ever hung on a card, each product once per cycle at the most favourable count. */
const everSet = (past: readonly Told[], { products, per }: Marks): number =>
  past.reduce((sum, { units, isElsewhere }) => {
    if (per === 'purchase') return sum + (!isElsewhere && units.some((unit) => leftOf(unit) > 0) ? 1 : 0);
    const listed = isElsewhere ? [] : units.filter((unit) => products.includes(productOf(unit.of)) && leftOf(unit) > 0);
    const items = listed.reduce((all, unit) => all + leftOf(unit), 0);
    return sum + (per === 'item' ? items : new Set(listed.map(({ of }) => of)).size);
  }, 0);

const evaluated = (program: ProgramVersion, told: ReturnType<typeof factsOf>): Standing =>
  evaluate(program, told, START + END * DAY_MS);

describe('a card of marks (rules 2.6)', () => {
  it('is what the rule says word by word, in whatever order it is told', () => {
    fc.assert(
      fc.property(cards, pasts, fc.nat(), (program, past, seed) => {
        const [once, mixed] = [evaluated(program, factsOf(past, 1)), evaluated(program, factsOf(past, seed))];
        same([once.marks, mixed], [byTheWord(program.mechanic, past), once]);
      }),
      runs(691),
    );
  });

  it('never gives a reward twice in silence: top rewards used need their marks, or the missing ones are shown', () => {
    fc.assert(
      fc.property(cards, pasts, (program, past) => {
        const { marks, offers } = evaluated(program, factsOf(past, 1));
        const top = program.mechanic.rewards.at(-1)?.marks ?? 0;
        const tops = past.filter((told) => (told.uses?.marks ?? 0) >= top && isUsed(told)).length;
        const isCovered = tops * top <= everSet(past, program.mechanic) + (marks?.deficit ?? 0);
        same([isCovered, new Set(offers?.map(({ id }) => id)).size], [true, offers?.length]);
      }),
      runs(692),
    );
  });
});
