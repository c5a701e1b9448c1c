import type { OrderLine } from '../../../shared/domain/purchase/purchase.ts';
import { lineId } from './ids.ts';

/** One unit at 100.00, unless said otherwise; `amountMinor` is what was charged for all units. */
export const aLine = (said: Partial<OrderLine> = {}): OrderLine => ({
  lineId: lineId('1'),
  productId: null,
  variantId: null,
  title: 'Olive oil',
  quantity: 1,
  removedQuantity: 0,
  priceMinor: 10_000,
  amountMinor: 10_000,
  ourDiscountMinor: 0,
  isGiftCard: false,
  isSalePriced: false,
  ...said,
});
