import { assertNever } from '../../../shared/domain/assert.ts';
import type { ReadDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Simulated } from '../../../shared/domain/simulation/simulate.ts';
import { totalsOf } from '../../../shared/domain/simulation/totals.ts';
import type { CustomerOutcome } from '../../../shared/domain/simulation/walk-customer.ts';

/** What each waiting reward is worth, oldest first. */
const readyOf = ({ waiting }: CustomerOutcome): readonly number[] =>
  waiting.flatMap(({ rewards, worthMinor }) => Array.from({ length: rewards }, () => worthMinor));

/** Rules 2.4: items that count in the window, of which the rewards are. Who takes no part has none of it. */
function rewardWords(customer: CustomerOutcome): object {
  const { items = 0, used = 0, deficit = 0, progress = 0 } = customer.standing.rewards ?? {};
  return { items, used, ready: readyOf(customer), deficit, progress };
}

/** Rules 2.6: marks on the card, rewards used, those that are ready by the marks they ask, marks missing. */
function markWords({ standing }: CustomerOutcome): object {
  const { set: marks = 0, used = 0, ready = [], deficit = 0 } = standing.marks ?? {};
  return { marks, used, ready, deficit };
}

/** The standing in the words of the rules, as the mechanic has them. `level` counts from 1; null: none. */
function wordsOf({ mechanic }: ReadDraft, customer: CustomerOutcome): object {
  const { bp, spentMinor: spend, purchases: count, items, level, position } = customer.standing;
  switch (mechanic.kind) {
    case 'fixed':
      return { bp, spend, count, items };
    case 'levels':
      return { bp, spend, count, items, level: level === null ? null : level + 1 };
    case 'nth_item':
      return { bp, spend, count, ...rewardWords(customer) };
    case 'marks':
      return { bp, spend, count, items, ...markWords(customer) };
    case 'step_up':
      return { bp, spend, count, items, position };
    default:
      return assertNever(mechanic);
  }
}

function customerLine(program: ReadDraft, customer: CustomerOutcome): string {
  const { customerId: customer_id, hasCard: card, discountMinor: discount, bookedMinor: booked } = customer;
  const { returnedMinor: returned } = customer;
  return JSON.stringify({ customer_id, card, discount, booked, returned, ...wordsOf(program, customer) });
}

function totalsLine({ currency }: ReadDraft, { customers, nobodys, endsAt }: Simulated): string {
  const totals = totalsOf(customers);
  return JSON.stringify({
    customers: totals.customers,
    cards: totals.cards,
    orders: totals.orders,
    discount: totals.discountMinor,
    booked: totals.bookedMinor,
    returned: totals.returnedMinor,
    floor_saved: totals.floorSavedMinor,
    orders_without_customer: nobodys.orders,
    amount_without_customer: nobodys.amountMinor,
    currency,
    as_of: endsAt === null ? null : new Date(endsAt).toISOString(),
  });
}

/** One line for each customer, by id, and one with the totals; amounts in minor units of the program's currency. */
export function* jsonLines(program: ReadDraft, simulated: Simulated): Generator<string> {
  for (const customer of simulated.customers) yield customerLine(program, customer);
  yield totalsLine(program, simulated);
}
