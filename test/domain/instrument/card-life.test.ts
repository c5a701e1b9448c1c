import { describe, expect, it } from '@jest/globals';
import { checkBlockable, checkLinkable, checkReplaceable } from '../../../shared/domain/instrument/card-life.ts';
import { aCard, aNumber } from '../../support/builders/a-card.ts';
import { at } from '../../support/builders/at.ts';
import { customerId, programId } from '../../support/builders/ids.ts';

const now = at('2026-05-01');
const [ada, bea] = [customerId('cus_ada0000000'), customerId('cus_bea0000000')];
const blank = aCard({ number: aNumber(2) });
const adas = aCard({ state: 'issued', customerId: ada, issuedAt: at('2026-01-10') });
const code = (answer: { ok: boolean; value?: unknown; error?: { code: string } }) =>
  answer.ok ? answer.value : answer.error?.code;

describe('handing a card over', () => {
  it('takes a blank one, and the same again is no error', () => {
    expect(code(checkLinkable(blank, ada, now))).toBe('fresh');
    expect(code(checkLinkable(adas, ada, now))).toBe('already');
  });

  it("does not take somebody else's, and says whose it is", () => {
    expect(checkLinkable(adas, bea, now)).toEqual({
      ok: false,
      error: { code: 'card_of_somebody_else', customerId: ada },
    });
  });

  it('does not take one whose life has ended', () => {
    expect(code(checkLinkable({ ...adas, state: 'replaced' }, ada, now))).toBe('card_replaced');
    expect(code(checkLinkable({ ...blank, state: 'blocked' }, ada, now))).toBe('card_blocked');
    expect(code(checkLinkable({ ...blank, state: 'expired' }, ada, now))).toBe('card_expired');
  });

  it('ends at the instant of expiry, whether or not anybody has looked', () => {
    const lapsing = { ...blank, expiresAt: now };
    expect(code(checkLinkable(lapsing, ada, now - 1))).toBe('fresh');
    expect(code(checkLinkable(lapsing, ada, now))).toBe('card_expired');
  });
});

describe('replacing a card', () => {
  it('takes a blank one for one that was issued, blocked or has expired', () => {
    for (const state of ['issued', 'blocked', 'expired'] as const)
      expect(code(checkReplaceable({ ...adas, state }, blank, now))).toBe('fresh');
  });

  it('may be begun again after it was cut short', () => {
    const given = { ...blank, state: 'issued', customerId: ada } as const;
    expect(code(checkReplaceable(adas, given, now))).toBe('fresh');
    const done = { ...adas, state: 'replaced', replacedBy: blank.number } as const;
    expect(code(checkReplaceable(done, given, now))).toBe('already');
    expect(code(checkReplaceable({ ...done, replacedBy: aNumber(3) }, given, now))).toBe('card_replaced');
  });

  it('does not replace what nobody holds', () => {
    expect(code(checkReplaceable(aCard(), blank, now))).toBe('card_not_issued');
    expect(code(checkReplaceable(aCard({ state: 'blocked' }), blank, now))).toBe('card_not_issued');
  });

  it('does not take a card that is another customer’s, of another program, at its end, or the same one', () => {
    expect(code(checkReplaceable(adas, { ...blank, state: 'issued', customerId: bea }, now))).toBe(
      'card_already_issued',
    );
    expect(code(checkReplaceable(adas, { ...blank, programId: programId('prg_another000') }, now))).toBe(
      'card_of_another_program',
    );
    expect(code(checkReplaceable(adas, { ...blank, state: 'blocked' }, now))).toBe('card_blocked');
    expect(code(checkReplaceable(adas, { ...blank, expiresAt: now }, now))).toBe('card_expired');
    expect(code(checkReplaceable(adas, adas, now))).toBe('card_already_issued');
  });
});

describe('blocking a card', () => {
  it('goes both ways, and the same again is no error', () => {
    expect(code(checkBlockable(adas, true))).toBe('fresh');
    expect(code(checkBlockable(adas, false))).toBe('already');
    expect(code(checkBlockable({ ...adas, state: 'blocked' }, true))).toBe('already');
    expect(code(checkBlockable({ ...adas, state: 'blocked' }, false))).toBe('fresh');
    expect(code(checkBlockable(blank, true))).toBe('fresh');
  });

  it('does nothing to one that has ended', () => {
    expect(code(checkBlockable({ ...adas, state: 'replaced' }, true))).toBe('card_replaced');
    expect(code(checkBlockable({ ...adas, state: 'expired' }, false))).toBe('card_expired');
  });
});
