import type { EmailConsent } from '../../../shared/domain/customer/customer.ts';

/** The consent given later; one without an instant says no more than what is known, unless nothing is. */
export function newerConsent(known: EmailConsent, told: EmailConsent): EmailConsent {
  if (told.state === 'unknown') return known;
  if (known.state === 'unknown') return told;
  return (told.at ?? 0) > (known.at ?? 0) ? told : known;
}

export const isSameConsent = (a: EmailConsent, b: EmailConsent): boolean => a.state === b.state && a.at === b.at;
