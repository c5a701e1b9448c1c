import type { CurrencyCode } from './money.ts';

// Text and not sets: checkout pays for what is made when its bundle is read. A code has no space, so it matches whole.
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';

/** How many digits the currency's smallest unit lies behind the point (ISO 4217): 0, 2 or 3. */
export function currencyDigits(currency: CurrencyCode): 0 | 2 | 3 {
  if (NONE.includes(currency)) return 0;
  return THREE.includes(currency) ? 3 : 2;
}

/** Reads an ISO 4217 code; null when it has not the form of one. */
export const parseCurrency = (text: string): CurrencyCode | null => (/^[A-Z]{3}$/.test(text) ? text : null);
