import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type {
  CardNumber,
  CustomerId,
  Instant,
  OrderId,
  ProgramId,
  ShopId,
  ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import { NO_FIGURES } from '../../app/ports/fact-store.ts';
import type { CustomerFigures, CustomerRow } from '../../app/ports/read-models.ts';
import { surnameKey } from '../read-models/customer-order.ts';
import { cardWords, customerWords } from '../read-models/search-words.ts';

/** The customer, what `refresh-standing` knows beside it, and what lists and search are made of. */
export type CustomerDoc = Omit<Customer, 'id' | 'shopifyCustomerIds'> & {
  readonly shop: ShopId;
  readonly customerId: CustomerId;
  /** Absent, never empty: the unique index would take two empty lists for the same. */
  readonly shopifyCustomerIds?: readonly ShopifyCustomerId[];
  readonly cards: readonly CardNumber[];
  readonly spentMinor: number;
  readonly purchases: number;
  readonly discountBp: number;
  readonly firstPurchaseAt: Instant | null;
  /** 0: none, so that it sorts behind every purchase. */
  readonly lastPurchaseAt: Instant;
  readonly dueCard: readonly ProgramId[];
  readonly conflicts?: readonly OrderId[];
  readonly sequence: number;
  readonly asOf: Instant;
  readonly surnameKey: string;
  readonly ownWords: readonly string[];
  readonly cardWords: readonly string[];
  readonly words: readonly string[];
  readonly lists: readonly string[];
};

/** The customer's own fields and what follows from them alone. */
export function encodeCustomer({ id, shopifyCustomerIds, ...plain }: Customer) {
  const own = { ...plain, customerId: id, surnameKey: surnameKey({ id, shopifyCustomerIds, ...plain }) };
  const ids = shopifyCustomerIds.length === 0 ? {} : { shopifyCustomerIds };
  return { ...own, ...ids, ownWords: customerWords(plain) };
}

export const encodeFigures = ({ conflicts = [], ...figures }: CustomerFigures) => ({
  ...figures,
  conflicts,
  lastPurchaseAt: figures.lastPurchaseAt ?? 0,
  cardWords: cardWords(figures.cards),
});

const conflictsIn = ({ conflicts = [] }: CustomerDoc) => (conflicts.length === 0 ? {} : { conflicts });

export const decodeFigures = (doc: CustomerDoc): CustomerFigures => ({
  cards: doc.cards,
  spentMinor: doc.spentMinor,
  purchases: doc.purchases,
  discountBp: doc.discountBp,
  firstPurchaseAt: doc.firstPurchaseAt,
  lastPurchaseAt: doc.lastPurchaseAt === 0 ? null : doc.lastPurchaseAt,
  dueCard: doc.dueCard,
  ...conflictsIn(doc),
  sequence: doc.sequence,
  asOf: doc.asOf,
});

/** Somebody new: no purchase, no card. */
export function encodeNewCustomer(customer: Customer): Omit<CustomerDoc, 'shop'> {
  const own = encodeCustomer(customer);
  const { state } = customer;
  return { ...own, ...encodeFigures(NO_FIGURES), words: own.ownWords, lists: [state, `${state}:no_card`] };
}

/**
 * The last step of every change, done by the database because the customer and the figures change apart: the words of
 * both, and the lists they stand in, e.g. `entered`, `entered:card`, `entered:discount`.
 */
export const DERIVE = {
  $set: {
    words: { $setUnion: ['$ownWords', '$cardWords'] },
    lists: {
      $concatArrays: [
        ['$state'],
        [{ $concat: ['$state', { $cond: [{ $eq: ['$cards', []] }, ':no_card', ':card'] }] }],
        { $cond: [{ $eq: ['$dueCard', []] }, [], [{ $concat: ['$state', ':due_card'] }]] },
        { $cond: [{ $gt: ['$discountBp', 0] }, [{ $concat: ['$state', ':discount'] }], []] },
        { $cond: [{ $eq: [{ $ifNull: ['$conflicts', []] }, []] }, [], [{ $concat: ['$state', ':conflict'] }]] },
      ],
    },
  },
} as const;

export const decodeCustomer = (doc: CustomerDoc): Customer => ({
  id: doc.customerId,
  state: doc.state,
  shopifyCustomerIds: doc.shopifyCustomerIds ?? [],
  foreignId: doc.foreignId ?? null,
  firstName: doc.firstName,
  patronymic: doc.patronymic,
  surname: doc.surname,
  email: doc.email,
  phone: doc.phone,
  birthDate: doc.birthDate,
  gender: doc.gender,
  address: doc.address,
  language: doc.language,
  emailConsent: doc.emailConsent,
  mergedInto: doc.mergedInto,
  createdAt: doc.createdAt,
  shopifyUpdatedAt: doc.shopifyUpdatedAt,
  revision: doc.revision,
});

export const decodeRow = (doc: CustomerDoc): CustomerRow => ({
  customer: decodeCustomer(doc),
  cards: doc.cards,
  spentMinor: doc.spentMinor,
  purchases: doc.purchases,
  discountBp: doc.discountBp,
  lastPurchaseAt: doc.lastPurchaseAt === 0 ? null : doc.lastPurchaseAt,
  dueCard: doc.dueCard.length > 0,
  ...conflictsIn(doc),
});
