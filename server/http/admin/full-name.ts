import type { Customer } from '../../../shared/domain/customer/customer.ts';

/** First name, patronymic, surname, as far as known; else e-mail, else phone, else empty: the screen says the rest. */
export function fullName(customer: Pick<Customer, 'firstName' | 'patronymic' | 'surname' | 'email' | 'phone'>): string {
  const parts = [customer.firstName, customer.patronymic, customer.surname];
  const name = parts.filter((part) => part !== null && part !== '').join(' ');
  return name || customer.email || customer.phone || '';
}
