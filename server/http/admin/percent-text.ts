import type { BasisPoints } from '../../../shared/domain/money/money.ts';

/** "7.5" for 750: without the sign, as a field takes it. */
export function percentText(bp: BasisPoints): string {
  const hundredths = String(bp % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(bp / 100)}${hundredths === '' ? '' : `.${hundredths}`}`;
}
