import type { CurrencyCode } from './money.ts';

const NONE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many digits the currency's smallest unit lies behind the point (ISO 4217): 0, 2 or 3. */
export function currencyDigits(currency: CurrencyCode): 0 | 2 | 3 {
  if (NONE.has(currency)) return 0;
  return THREE.has(currency) ? 3 : 2;
}

/** Reads an ISO 4217 code; null when it has not the form of one. */
export const parseCurrency = (text: string): CurrencyCode | null => (/^[A-Z]{3}$/.test(text) ? text : null);
