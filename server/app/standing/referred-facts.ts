import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { Referred } from '../../../shared/domain/referral/referred.ts';
import type { Person, ReferredOrder } from '../ports/fact-store.ts';

const lower = (text: string | null): string | null => (text === null ? null : text.trim().toLowerCase());
const digits = (phone: string | null): string | null => (phone === null ? null : phone.replace(/\D/g, ''));

const isAlike = (a: string | null, b: string | null): boolean => a !== null && a !== '' && a === b;

/** Whether two records are one person as far as the shop can know: customer, Shopify customer, e-mail or phone. */
export const isSamePerson = (a: Person, b: Person): boolean =>
  a.id === b.id ||
  a.shopifyCustomerIds.some((id) => b.shopifyCustomerIds.includes(id)) ||
  isAlike(lower(a.email), lower(b.email)) ||
  isAlike(digits(a.phone), digits(b.phone));

/** The facts of rules 2.7 of one giver; `cards`: all that are or were linked to them, which say the program. */
export const referredFacts = (orders: readonly ReferredOrder[], cards: readonly Card[]): readonly Referred[] =>
  orders.flatMap(({ giver, cardNumber, purchase, friend }): readonly Referred[] => {
    const card = cards.find(({ number }) => number === cardNumber);
    if (card === undefined) return [];
    const who = friend && { id: friend.id, isGiver: isSamePerson(giver, friend), others: friend.others };
    return [{ programId: card.programId, purchase, friend: who }];
  });

/** Most customers brought nobody: their facts say nothing of it. */
export const withReferred = (
  orders: readonly ReferredOrder[],
  cards: readonly Card[],
): { readonly referred?: readonly Referred[] } =>
  orders.length === 0 ? {} : { referred: referredFacts(orders, cards) };
