import type { AddProduct } from '../world/operations/products.ts';

type Good = readonly [title: string, type: string, priceMinor: number, unitCostMinor: number | null, wasMinor?: number];

/** A coffee and tea shop. Prices with tax, costs as its merchant knows them; some are not known. */
const goods: readonly Good[] = [
  ['House espresso, 250 g', 'Coffee', 890, 410],
  ['House espresso, 1 kg', 'Coffee', 2990, 1490],
  ['Morning filter, 250 g', 'Coffee', 950, 460],
  ['Morning filter, 1 kg', 'Coffee', 3190, 1640],
  ['Decaf, 250 g', 'Coffee', 1050, 560],
  ['Ethiopia, light roast', 'Coffee', 1390, 780],
  ['Guatemala, medium roast', 'Coffee', 1290, 690],
  ['First flush tea, 100 g', 'Tea', 1690, 820],
  ['Green tea with toasted rice', 'Tea', 1190, 540],
  ['Rooibos with orange peel', 'Tea', 790, 310],
  ['Mint from the hills', 'Tea', 690, null],
  ['Oat biscuits', 'Biscuits', 450, 210],
  ['Almond biscuits', 'Biscuits', 590, 330],
  ['Dark chocolate, 70 %', 'Biscuits', 490, 260, 590],
  ['Espresso cup, stoneware', 'Crockery', 1250, 520],
  ['Mug, stoneware', 'Crockery', 1650, 690],
  ['Tea bowl', 'Crockery', 1950, 900],
  ['Pot for two', 'Crockery', 4900, 2300, 5900],
  ['Hand mill', 'Tools', 8900, 6150],
  ['Moka pot, three cups', 'Tools', 3490, 2180],
  ['Pour-over dripper', 'Tools', 2450, 1290],
  ['Paper filters, 100', 'Tools', 590, 280],
  ['Kettle with a thin spout', 'Tools', 6900, 5890],
  ['Scales', 'Tools', 3900, 2600],
  ['Tasting evening, one seat', 'Evenings', 2500, null],
];

export const demoGoods: readonly AddProduct[] = [
  ...goods.map(
    ([title, productType, priceMinor, unitCostMinor, compareAtMinor]): AddProduct => ({
      title,
      productType,
      variants: [{ priceMinor, unitCostMinor, compareAtMinor: compareAtMinor ?? null }],
    }),
  ),
  { title: 'Gift card', productType: 'Gift cards', isGiftCard: true, variants: [{ priceMinor: 5000 }] },
];
