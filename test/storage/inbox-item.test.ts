import { describe, expect, it } from '@jest/globals';
import { decodeInboxItem, encodeDelivery } from '../../server/storage/inbox/inbox-item.codec.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import type { InboxId } from '../../shared/domain/ids.ts';
import { SHOP } from '../app/set-up.ts';
import { aDelivery } from '../battery/samples.ts';

describe('a delivery that was refused', () => {
  const row = { ...encodeDelivery('inb_1' as InboxId, aDelivery('a')), shop: SHOP, state: 'refused' } as const;

  it('says the same why when it was refused before faults had codes', () => {
    const faults = [{ path: 'line_items.0.price', message: 'not a decimal number' }];
    expect(decodeInboxItem({ ...row, faults }).faults).toEqual([
      unreadable('line_items.0.price', 'not a decimal number'),
    ]);
  });

  it('keeps its faults as they are today', () => {
    const faults = [unreadable('id', 'not an id')];
    expect(decodeInboxItem({ ...row, faults }).faults).toEqual(faults);
  });
});
