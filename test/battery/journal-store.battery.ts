import { expect, it } from '@jest/globals';
import { customer, order, program } from '../app/builders.ts';
import { neighbour, type Place, sorted } from './place.ts';
import { anEntry, NOW } from './samples.ts';

export function journalStoreBattery({ stores, shop }: Place): void {
  const journal = () => stores().journal;
  const first = customer(1);
  const given = { kind: 'level_given', programId: program(1), discountBp: 700, note: '$friend' } as const;
  const taken = { kind: 'level_taken', programId: program(1), note: '' } as const;
  const merged = { kind: 'merged', from: customer(9), given: [{ programId: program(2), discountBp: 300 }] } as const;

  it('appends under the next number, and lets one of two at once have it', async () => {
    const both = [order(1), order(2)].map((orderId) =>
      journal().append(shop(), anEntry(first, 1, { cause: { kind: 'order', orderId, name: '#1' } })),
    );
    expect(sorted(await Promise.all(both))).toEqual(['appended', 'sequence_taken']);
    const many = [1, 2, 3, 4, 4, 5].map((n) => journal().append(shop(), anEntry(customer(10 + n), 1)));
    expect(sorted(await Promise.all(many)).filter((outcome) => outcome === 'appended')).toHaveLength(5);
    expect((await journal().last(shop(), customer(14)))?.sequence).toBe(1);
    expect(await journal().append(neighbour, anEntry(first, 1))).toBe('appended');
    expect(await journal().append(shop(), anEntry(first, 2))).toBe('appended');
    expect(await journal().last(shop(), first)).toEqual(anEntry(first, 2));
    expect(await journal().last(shop(), customer(2))).toBeNull();
  });

  it('appends for many at once, and says whose number was taken', async () => {
    await journal().append(shop(), anEntry(first, 1));
    const many = [first, customer(2), customer(3)].map((id) => anEntry(id, 1, { cause: given }));
    expect(sorted(await journal().appendMany(shop(), many))).toEqual([customer(2), customer(3)]);
    expect(await journal().last(shop(), first)).toEqual(anEntry(first, 1));
    expect(await journal().manualFacts(shop(), customer(3))).toHaveLength(1);
    expect((await journal().appendMany(neighbour, many)).size).toBe(3);
  });

  it('gives the last entry of everybody in a stretch', async () => {
    for (const id of [1, 2, 3, 4]) {
      for (let sequence = 1; sequence <= id; sequence += 1)
        await journal().append(shop(), anEntry(customer(id), sequence));
    }
    await journal().append(neighbour, anEntry(customer(2), 9));
    const lasts = await journal().lastEntries(shop(), { from: customer(2), to: customer(3) });
    expect(sorted(lasts)).toEqual([
      [customer(2), anEntry(customer(2), 2)],
      [customer(3), anEntry(customer(3), 3)],
    ]);
  });

  it('pages from the newest entry down', async () => {
    for (const sequence of [1, 2, 3, 4, 5]) await journal().append(shop(), anEntry(first, sequence));
    const sequences = async (before: number | null) =>
      (await journal().page(shop(), first, before, 2)).map(({ sequence }) => sequence);
    expect(await sequences(null)).toEqual([5, 4]);
    expect(await sequences(4)).toEqual([3, 2]);
    expect(await sequences(2)).toEqual([1]);
    expect(await journal().page(neighbour, first, null, 9)).toEqual([]);
  });

  it('gives back what people decided, in order, each from the moment of its entry', async () => {
    await journal().append(shop(), anEntry(first, 1, { cause: given }));
    await journal().append(shop(), anEntry(first, 2));
    await journal().append(shop(), anEntry(first, 3, { cause: merged }));
    await journal().append(shop(), anEntry(first, 4, { cause: taken }));
    await journal().append(shop(), anEntry(customer(3), 1, { cause: given }));
    const from = customer(9);
    const facts = [
      { kind: 'level_given', programId: program(1), at: NOW + 1, sequence: 1, discountBp: 700, note: '$friend' },
      { kind: 'level_joined', programId: program(2), at: NOW + 3, sequence: 3, from, discountBp: 300 },
      { kind: 'level_taken', programId: program(1), at: NOW + 4, sequence: 4, note: '' },
    ];
    expect(await journal().manualFacts(shop(), first)).toEqual(facts);
    const range = await journal().manualFactsOf(shop(), { from: first, to: customer(2) });
    expect(range.get(first)).toEqual(facts);
    expect(range.get(customer(3))).toBeUndefined();
  });

  it('knows everybody’s last number', async () => {
    for (const [id, sequence] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [3, 1],
    ] as const) {
      await journal().append(shop(), anEntry(customer(id), sequence));
    }
    const range = { from: customer(1), to: customer(2) };
    expect(await journal().lastSequences(shop(), range)).toEqual(
      new Map([
        [customer(1), 2],
        [customer(2), 1],
      ]),
    );
    expect(await journal().lastSequences(neighbour, range)).toEqual(new Map());
  });

  it('forgets somebody who is erased, and nobody else', async () => {
    await journal().append(shop(), anEntry(first, 1, { cause: given }));
    await journal().append(shop(), anEntry(customer(2), 1));
    expect(await journal().forgetCustomer(shop(), first)).toBe(1);
    expect(await journal().last(shop(), first)).toBeNull();
    expect(await journal().manualFacts(shop(), first)).toEqual([]);
    expect(await journal().last(shop(), customer(2))).not.toBeNull();
  });
}
