/**
 * A whole number of the currency's smallest unit: a safe integer, never a fraction, never negative.
 * Inside one shop everything is in the shop's currency, so most of the core passes `…Minor` alone.
 */
export type Money = { readonly amountMinor: number; readonly currency: CurrencyCode };

/** ISO 4217, three capital letters. */
export type CurrencyCode = string;

/** Hundredths of a percent: 750 is 7.5 %. */
export type BasisPoints = number;
