import { describe, expect, it } from '@jest/globals';
import { applyOutput, type PricedLine } from '../sandbox/storefront/apply-output.ts';
import { readFunctionOutput } from '../sandbox/storefront/function-output.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';

const euros = { presentment: 'EUR', shop: 'EUR', rate: '1.0' };
const lines: readonly PricedLine[] = [
  { id: 'a', quantity: 1, unitMinor: 19_999 },
  { id: 'b', quantity: 3, unitMinor: 1_000 },
];

const candidate = (targets: readonly object[], value: object, message?: string) => ({
  targets: targets.map((cartLine) => ({ cartLine })),
  value,
  ...(message === undefined ? {} : { message }),
});
const product = (candidates: readonly object[], selectionStrategy = 'ALL') => ({
  operations: [{ productDiscountsAdd: { selectionStrategy, candidates } }],
});

function apply(output: unknown, classes = ['PRODUCT'], cart = lines, currencies = euros) {
  const read = readFunctionOutput(loadFunctionSchema(), output);
  if (!read.ok) return { refused: read.error };
  const run = { nodeId: 1, code: null, title: 'Regulars', classes, operations: read.value };
  const applied = applyOutput(cart, currencies, [run]);
  const given = Object.fromEntries(applied.allocations.map(({ lineId, amountMinor }) => [lineId, amountMinor]));
  return { given, notes: applied.notes.map(({ why }) => why), titles: applied.applications.map(({ title }) => title) };
}

describe('What the Function returned, as Shopify applies it', () => {
  it('takes a percentage of each line, half a cent up', () => {
    const answer = apply(product([candidate([{ id: 'a' }], { percentage: { value: '3' } }, 'Gold 3 %')]));
    expect(answer).toEqual({ given: { a: 600 }, notes: [], titles: ['Gold 3 %'] });
  });

  it('takes a fixed amount once over its lines, or for each item when asked to', () => {
    const once = { fixedAmount: { amount: '6.00' } };
    expect(apply(product([candidate([{ id: 'b' }], once)])).given).toEqual({ b: 600 });
    expect(apply(product([candidate([{ id: 'a' }, { id: 'b' }], once)])).given).toEqual({ a: 522, b: 78 });
    const each = { fixedAmount: { amount: '6.00', appliesToEachItem: true } };
    expect(apply(product([candidate([{ id: 'b' }], each)])).given).toEqual({ b: 1_800 });
    expect(apply(product([candidate([{ id: 'b', quantity: 2 }], each)])).given).toEqual({ b: 1_200 });
  });

  it('never lets a line fall below zero', () => {
    const much = { fixedAmount: { amount: '500.00' } };
    expect(apply(product([candidate([{ id: 'b' }], much)])).given).toEqual({ b: 3_000 });
  });

  it('gives a line one product discount only, the better one', () => {
    const two = [
      candidate([{ id: 'a' }], { percentage: { value: '5' } }, 'five'),
      candidate([{ id: 'a' }, { id: 'b' }], { percentage: { value: '4' } }, 'four'),
    ];
    expect(apply(product(two))).toEqual({ given: { a: 1_000, b: 120 }, notes: [], titles: ['five', 'four'] });
    expect(apply(product(two, 'FIRST')).given).toEqual({ a: 1_000 });
    expect(apply(product(two, 'MAXIMUM')).given).toEqual({ a: 1_000 });
  });

  it('does only what the classes of the discount allow, and notes the rest', () => {
    const order = {
      orderDiscountsAdd: {
        selectionStrategy: 'FIRST',
        candidates: [
          { targets: [{ orderSubtotal: { excludedCartLineIds: ['b'] } }], value: { percentage: { value: '10' } } },
        ],
      },
    };
    const refusedClass = apply({ operations: [order] });
    expect(refusedClass.given).toEqual({});
    expect(refusedClass.notes).toEqual(['An operation of class ORDER is not one of PRODUCT']);
    expect(apply({ operations: [order] }, ['ORDER']).given).toEqual({ a: 2_000 });
  });

  it('asks for a minimum in the currency of the shop, whatever the shopper pays in', () => {
    const minimum = (minimumAmount: string) => ({
      operations: [
        {
          orderDiscountsAdd: {
            selectionStrategy: 'MAXIMUM',
            candidates: [
              {
                targets: [{ orderSubtotal: { excludedCartLineIds: [] } }],
                conditions: [{ orderMinimumSubtotal: { excludedCartLineIds: [], minimumAmount } }],
                value: { fixedAmount: { amount: '100' } },
              },
            ],
          },
        },
      ],
    });
    const yen = { presentment: 'JPY', shop: 'EUR', rate: '160.0' };
    const cart = [{ id: 'a', quantity: 1, unitMinor: 1_600 }];
    expect(apply(minimum('10.00'), ['ORDER'], cart, yen).given).toEqual({ a: 100 });
    expect(apply(minimum('10.01'), ['ORDER'], cart, yen).given).toEqual({});
  });

  it('refuses the whole output when any part of it is not what the schema says', () => {
    const good = candidate([{ id: 'a' }], { percentage: { value: '3' } });
    for (const bad of [
      null,
      { operations: [{}] },
      { operations: 'all' },
      product([good], 'SOME'),
      product([good, candidate([], { percentage: { value: '3' } })]),
      product([good, candidate([{ id: 'a' }], { percentage: { value: '-3' } })]),
      product([good, candidate([{ id: 'a' }], { percentage: { value: '101' } })]),
      product([good, candidate([{ id: 'a' }], { percentage: { value: '3' }, fixedAmount: { amount: '1' } })]),
      product([good, candidate([{ id: 'a' }], { fixedAmount: { amount: 'NaN' } })]),
      product([{ ...good, surprise: 1 }]),
    ]) {
      expect(apply(bad)).toEqual({ refused: expect.any(String) });
    }
  });
});
