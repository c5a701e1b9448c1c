import type { CustomerForm, CustomerView } from '../../../shared/contract/api.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { NetPurchase } from '../../../shared/domain/purchase/purchase.ts';
import { usualIntervalDays } from '../../../shared/domain/standing/usual-interval.ts';
import type { StoredStanding } from '../../app/ports/standing-store.ts';
import { fullName } from './full-name.ts';
import { standingViews } from './standing.view.ts';

/** All that the customer page is made of. `purchases` are net and those that count only. */
export type CustomerPage = {
  readonly customer: Customer;
  readonly purchases: readonly NetPurchase[];
  readonly stored: StoredStanding | null;
  readonly versions: readonly ProgramVersion[];
  readonly dueCard: CustomerView['dueCard'];
  readonly draws: CustomerView['draws'];
  readonly friends: CustomerView['friends'];
};

export function customerView(page: CustomerPage): CustomerView {
  const { customer, stored } = page;
  return {
    id: customer.id,
    state: customer.state,
    name: fullName(customer),
    details: detailsOf(customer),
    revision: customer.revision,
    shopifyCustomerIds: customer.shopifyCustomerIds,
    foreignId: customer.foreignId,
    emailConsent: customer.emailConsent,
    createdAt: customer.createdAt,
    mergedInto: customer.mergedInto,
    figures: figuresOf(page.purchases),
    standings: standingViews(stored?.standing.standings ?? [], page.versions),
    dueCard: page.dueCard,
    draws: page.draws,
    friends: page.friends,
    sequence: stored?.sequence ?? 0,
  };
}

const detailsOf = (customer: Customer): CustomerForm => ({
  firstName: customer.firstName,
  patronymic: customer.patronymic,
  surname: customer.surname,
  email: customer.email,
  phone: customer.phone,
  birthDate: customer.birthDate,
  gender: customer.gender,
  address: customer.address,
  language: customer.language,
});

function figuresOf(purchases: readonly NetPurchase[]): CustomerView['figures'] {
  const at = purchases.map((purchase) => purchase.processedAt).sort((a, b) => a - b);
  return {
    spentMinor: purchases.reduce((sum, purchase) => sum + purchase.amountMinor, 0),
    purchases: purchases.length,
    firstPurchaseAt: at[0] ?? null,
    lastPurchaseAt: at.at(-1) ?? null,
    usualIntervalDays: usualIntervalDays(at),
  };
}
