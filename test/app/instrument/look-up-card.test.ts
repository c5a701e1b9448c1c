import { describe, expect, it } from '@jest/globals';
import { cardShop } from './card-state.ts';

describe('looking a card up', () => {
  it('finds it however a scanner sends or a person types its number', async () => {
    const { world, blanks } = await cardShop();
    const number = blanks[0] ?? '';
    const spaced = `${number[0]} ${number.slice(1, 7)} ${number.slice(7)}`;
    const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const typed = [number, ` ${number}\r\n`, spaced, spaced.replaceAll(' ', '-'), spaced.replaceAll(' ', '–'), wide];
    const scanned = [`]E0${number}`, `0${number}`, `010${number}`, `(01)0${number}`, `]C1010${number}`];
    for (const text of [...typed, ...scanned]) {
      expect([text, await world.useCases.lookUpCard(world.shop, text)]).toMatchObject([
        text,
        { ok: true, value: { number } },
      ]);
    }
  });

  it('tells what is no card number from one that the shop does not have', async () => {
    const { world, blanks } = await cardShop();
    const wrongDigit = `${blanks[0]?.slice(0, 12)}${(Number(blanks[0]?.[12]) + 1) % 10}`;
    for (const text of ['', 'abc', '123', wrongDigit, `${blanks[0]}1`, '4006381333931', `00${blanks[0]}`])
      expect([text, await world.useCases.lookUpCard(world.shop, text)]).toEqual([
        text,
        { ok: false, error: { code: 'not_a_card_number' } },
      ]);
    expect(await world.useCases.lookUpCard(world.shop, '2999999999991')).toEqual({
      ok: false,
      error: { code: 'unknown_card' },
    });
  });
});
