import { describe, expect, it } from '@jest/globals';
import { type OfferLine, offerDiscounts } from '../../../shared/domain/offer/quote-offer.ts';
import { productId } from '../../support/builders/ids.ts';

const cup = productId('7');
const line = (amountMinor: number, quantity: number, said: Partial<OfferLine> = {}): OfferLine => ({
  id: '1',
  amountMinor,
  quantity,
  floorMinor: 0,
  productId: cup,
  ...said,
});

describe('a one-off reward on a cart (rules 2.6)', () => {
  it('gives away the dearest unit of the product: of a line that does not divide, one with its remainder', () => {
    const gift = { kind: 'gift', productId: cup } as const;
    expect(offerDiscounts([line(40, 1), line(314, 7), line(900, 1, { productId: null })], gift)).toEqual([0, 45, 0]);
    expect(offerDiscounts([line(100, 2), line(50, 1)], gift)).toEqual([50, 0]);
    expect(offerDiscounts([line(100, 1, { floorMinor: 90 })], gift)).toEqual([100]);
  });

  it('takes a percentage half up from each line, down to its floor', () => {
    const three = { kind: 'percent', discountBp: 300 } as const;
    expect(offerDiscounts([line(50, 1), line(1000, 1, { floorMinor: 990 })], three)).toEqual([2, 10]);
  });
});
