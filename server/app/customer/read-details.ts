import { isDay } from '../../../shared/domain/calendar/day.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { Fault, PlainFaultCode } from '../../../shared/domain/fault.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { CustomerDetails } from '../use-cases.ts';

/** Fields of a customer that somebody types. */
const TYPED = ['firstName', 'patronymic', 'surname', 'email', 'phone', 'birthDate', 'address', 'language'] as const;

type Check = { readonly field: (typeof TYPED)[number]; readonly fits: RegExp; readonly code: PlainFaultCode };

const CHECKS: readonly Check[] = [
  { field: 'email', fits: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, code: 'email_unreadable' },
  {
    field: 'phone',
    fits: /^\+?(?:[\s()./-]*\d){4,20}[\s()./-]*$/,
    code: 'phone_unreadable',
  },
  {
    field: 'language',
    fits: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    code: 'language_unreadable',
  },
];

const tidied = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** Reads what was typed: blanks at the ends do not count, an empty field is none. No field is a must. */
export function readDetails(
  typed: CustomerDetails,
): Result<CustomerDetails, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const details = { ...typed, ...Object.fromEntries(TYPED.map((field) => [field, tidied(typed[field])])) };
  const faults: Fault[] = CHECKS.flatMap(({ field, fits, code }) => {
    const text = details[field];
    return text === null || fits.test(text) ? [] : [{ path: field, code }];
  });
  if (details.birthDate !== null && !isDay(details.birthDate))
    faults.push({ path: 'birthDate', code: 'day_unreadable' });
  return faults.length === 0 ? ok(details) : refused({ code: 'faults', faults });
}

/** C3: complete with a name and a way to reach somebody; else to be completed. */
export function stateByDetails({
  firstName,
  surname,
  email,
  phone,
}: Pick<Customer, 'firstName' | 'surname' | 'email' | 'phone'>): 'entered' | 'check' {
  return (firstName ?? surname) !== null && (email ?? phone) !== null ? 'entered' : 'check';
}
