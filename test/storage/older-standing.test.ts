import { describe, expect, it } from '@jest/globals';
import { isSame } from '../../server/app/standing/compare-standings.ts';
import { decodeJournalEntry, encodeJournalEntry } from '../../server/storage/journal/journal-entry.codec.ts';
import { decodeStanding, encodeStanding } from '../../server/storage/standing/standing.codec.ts';
import { difference } from '../../shared/domain/journal/difference.ts';
import { customer, program } from '../app/builders.ts';
import { SHOP } from '../app/set-up.ts';
import { aCustomerStanding, anEntry, aStandingOf, aStored, NOW } from '../battery/samples.ts';

/** As it was written before a program could count steps. */
function older<T extends { readonly standing: ReturnType<typeof aCustomerStanding> }>(doc: T) {
  const standings = doc.standing.standings.map(({ position: _new, ...rest }) => rest);
  return { ...doc, shop: SHOP, standing: { ...doc.standing, standings } };
}

describe('a standing that was written before there were steps', () => {
  it('is no step up, and the same as one that is worked out today', () => {
    const row = older({ ...encodeStanding(aStored(1, 3)), standing: aCustomerStanding() });
    expect(decodeStanding(row)).toEqual(aStored(1, 3));
    expect(isSame(decodeStanding(row), aStored(1, 3))).toBe(true);
  });

  it('is no step up in the journal either, so nothing is different today', () => {
    const entry = anEntry(customer(1), 3);
    const read = decodeJournalEntry(older({ ...encodeJournalEntry(entry), standing: entry.standing }));
    expect(read).toEqual(entry);
    expect(difference(read.standing, aCustomerStanding())).toEqual([]);
  });

  it('keeps its steps where they were written', () => {
    const standing = { asOf: NOW, standings: [aStandingOf(program(1), { position: 4 })] };
    const row = { ...encodeStanding(aStored(1, 3, standing)), shop: SHOP };
    expect(decodeStanding(row).standing).toEqual(standing);
    const oneLess = { ...standing, standings: [aStandingOf(program(1), { position: 3 })] };
    expect(isSame(decodeStanding(row), aStored(1, 3, oneLess))).toBe(false);
  });
});
