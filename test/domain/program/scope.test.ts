import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import { SCOPE_MAX } from '../../../shared/domain/program/read-scope.ts';
import { holdsOf, type Scope, scopeText } from '../../../shared/domain/program/scope.ts';
import { productId } from '../../support/builders/ids.ts';

const [OIL, WINE, SALT] = ['81', '82', '83'].map(productId) as [Id, Id, Id];
type Id = ReturnType<typeof productId>;

const allBut = (...excluded: readonly Id[]): Scope => ({ kind: 'all', excluded });
const only = (products: readonly Id[], ...excluded: readonly Id[]): Scope => ({ kind: 'products', products, excluded });

const read = (said: Partial<ProgramDraft>) => {
  const draft = { ...emptyDraft, name: 'Five', mechanic: 'fixed', fixedPercent: '5', ...said } as const;
  return readDraft(draft, { currency: 'EUR', timeZone: 'Europe/Berlin' });
};
const scopeOf = (said: Partial<ProgramDraft>) => {
  const found = read(said);
  return found.ok ? found.value.scope : found.error.faults;
};

describe('the goods of a program', () => {
  it('are all of them where nothing is said, also what has no product', () => {
    expect([OIL, null].map(holdsOf(undefined))).toEqual([true, true]);
    expect([OIL, WINE, null].map(holdsOf(allBut(WINE)))).toEqual([true, false, true]);
  });

  it('are only those listed, never those left out, and nothing without a product', () => {
    expect([OIL, WINE, SALT, null].map(holdsOf(only([OIL, WINE], WINE)))).toEqual([true, false, false, false]);
  });

  it('are called alike whatever order they were written down in', () => {
    expect(scopeText(allBut())).toBe(scopeText(undefined));
    expect(scopeText(only([OIL, WINE]))).toBe(scopeText(only([WINE, OIL, OIL], SALT)));
    const others = [undefined, allBut(OIL), allBut(WINE), only([OIL]), only([WINE]), only([OIL, WINE])];
    expect(new Set(others.map(scopeText)).size).toBe(others.length);
  });
});

describe('the goods of a program as typed', () => {
  it('are Shopify’s numbers, each once, whatever lines are left empty', () => {
    expect(scopeOf({})).toBeUndefined();
    expect(scopeOf({ scope: 'products', products: ['81', ' gid://shopify/Product/82 ', '', '81'] })).toEqual(
      only([OIL, WINE]),
    );
    expect(scopeOf({ products: ['81'], excluded: ['83', ''] })).toEqual(allBut(SALT));
  });

  it('are refused where there are none, where none are left, and where there are too many', () => {
    expect(scopeOf({ scope: 'products' })).toEqual([{ path: 'products', code: 'scope_missing' }]);
    expect(scopeOf({ scope: 'products', products: ['81'], excluded: ['81'] })).toEqual([
      { path: 'excluded', code: 'scope_of_nothing' },
    ]);
    const many = Array.from({ length: SCOPE_MAX + 1 }, (_, i) => String(i + 1));
    expect(scopeOf({ excluded: many })).toEqual([
      { path: 'excluded', code: 'scope_too_long', facts: { max: SCOPE_MAX } },
    ]);
  });

  it('are named where they are no numbers', () => {
    expect(scopeOf({ scope: 'products', products: ['81', 'olive oil'] })).toEqual([
      { path: 'products', code: 'product_unreadable', facts: { typed: 'olive oil' } },
    ]);
  });
});
