import type { CustomerRowView } from '../../../shared/contract/api.ts';
import type { CustomerRow } from '../../app/ports/read-models.ts';
import { fullName } from './full-name.ts';

export const customerRowView = (row: CustomerRow): CustomerRowView => ({
  id: row.customer.id,
  state: row.customer.state,
  name: fullName(row.customer),
  email: row.customer.email,
  phone: row.customer.phone,
  foreignId: row.customer.foreignId,
  cards: row.cards,
  spentMinor: row.spentMinor,
  purchases: row.purchases,
  discountBp: row.discountBp,
  lastPurchaseAt: row.lastPurchaseAt,
  dueCard: row.dueCard,
});
