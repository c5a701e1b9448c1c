import { describe, expect, it } from '@jest/globals';
import type { CardEvent } from '../../../shared/domain/instrument/card.ts';
import { cardThen } from '../../../shared/domain/instrument/card-then.ts';
import { aCard, aNumber } from '../../support/builders/a-card.ts';
import { at } from '../../support/builders/at.ts';
import { customerId } from '../../support/builders/ids.ts';

const ADA = customerId('cus_ada0000000');
const event = (kind: CardEvent['kind'], day: string): CardEvent => {
  return { kind, at: at(day), by: null, customerId: ADA, note: '' };
};

describe('a card as it stood at an instant', () => {
  const blocked = aCard({
    state: 'blocked',
    customerId: ADA,
    issuedAt: at('2026-01-10'),
    history: [
      event('emitted', '2026-01-01'),
      event('issued', '2026-01-10'),
      event('blocked', '2026-02-01'),
      event('unblocked', '2026-02-10'),
      event('moved', '2026-02-20'),
      event('blocked', '2026-03-01'),
    ],
  });

  it('was in use until it was blocked, and again after that, to the millisecond', () => {
    const states = ['2026-01-10', '2026-02-01 11:59:59.999', '2026-02-01', '2026-02-10', '2026-02-25', '2026-03-01'];
    expect(states.map((day) => cardThen(blocked, at(day)).state)).toEqual([
      'issued',
      'issued',
      'blocked',
      'issued',
      'issued',
      'blocked',
    ]);
  });

  it('was a blank one before it came for another, although it counts from the day of the first', () => {
    const history = [event('emitted', '2026-01-01'), event('issued', '2026-03-01')];
    const successor = aCard({ state: 'issued', customerId: ADA, issuedAt: at('2026-01-10'), history });
    expect(cardThen(successor, at('2026-02-01')).state).toBe('emitted');
    expect(cardThen(successor, at('2026-03-01')).state).toBe('issued');
    const replaced = { ...successor, state: 'replaced', replacedBy: aNumber(2) } as const;
    const ended = [event('issued', '2026-01-10'), event('replaced', '2026-03-01')];
    expect(cardThen({ ...replaced, history: ended }, at('2026-02-01')).state).toBe('issued');
  });

  it('stays as it is where it was handed over later, so that it can say since when it counts', () => {
    expect(cardThen(blocked, at('2026-01-05'))).toBe(blocked);
    expect(cardThen(aCard(), at('2026-01-05')).state).toBe('emitted');
  });
});
