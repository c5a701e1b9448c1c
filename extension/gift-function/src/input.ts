/** What Shopify answers to the input query, under the short names it asks with. */
export type GiftInput = {
  readonly cart: { readonly l: readonly GiftLine[] };
  /** What the code's discount gives, as `writeRewardRules` writes it: the product is in the ninth place. */
  readonly d: { readonly m: { readonly v: readonly unknown[] | null } | null };
};

type GiftLine = {
  readonly i: string;
  readonly q: number;
  readonly c: { readonly s: { readonly a: string } };
  /** Empty for what is no variant; `v` is the unit cost, by which a gift card is known. */
  readonly m: { readonly m?: { readonly v: unknown } | null; readonly p?: { readonly i: string } };
};
