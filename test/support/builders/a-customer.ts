import type { Customer } from '../../../shared/domain/customer/customer.ts';
import { at } from './at.ts';
import { customerId } from './ids.ts';

/** An invented person whom the shop knows well enough. */
export const aCustomer = (said: Partial<Customer> = {}): Customer => ({
  id: customerId('cus_0123456789'),
  state: 'entered',
  shopifyCustomerIds: [],
  foreignId: null,
  firstName: 'Ada',
  patronymic: null,
  surname: 'Marlow',
  email: 'ada.marlow@example.test',
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
  emailConsent: { state: 'unknown', at: null },
  mergedInto: null,
  createdAt: at('2026-01-01'),
  shopifyUpdatedAt: null,
  revision: 1,
  ...said,
});
