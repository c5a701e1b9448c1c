import type { Both } from '../../world/money.ts';
import type { Order } from '../../world/things.ts';
import { moneyFields } from './rest-values.ts';

export const taxLines = (tax: Both, order: Order): readonly unknown[] =>
  tax.shopMinor === 0
    ? []
    : [
        {
          title: 'VAT',
          rate: order.taxRateBp / 10_000,
          channel_liable: false,
          ...moneyFields('price', tax, order),
        },
      ];
