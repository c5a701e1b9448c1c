import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ReadDraft } from '../program/read-draft.ts';
import { holdsAt } from '../program/where.ts';
import { listedIn, NOTHING_LISTED } from './book-offer.ts';
import type { Frame, Mode } from './frame.ts';
import type { History } from './history.ts';
import { type Month, monthsBetween } from './months.ts';
import { pastHolds } from './past-holds.ts';
import { pastPlace } from './past-place.ts';
import { emptyPlaces, type Place, placesInOrder } from './places.ts';
import { createBounds } from './tallies.ts';
import { type CustomerOutcome, walkCustomer } from './walk-customer.ts';

export type Options = {
  readonly mode: Mode;
  /** The margin over unit cost that no line may fall below; null: no floor. */
  readonly marginBp: BasisPoints | null;
  /** Told how many customers are done, now and then, and of how many. */
  readonly tell: (done: number, of: number) => void;
};

/**
 * What would have been, by customer, by month and by place. `endsAt`: the last instant of the history; null: nothing in
 * it.
 */
export type Simulated = {
  readonly customers: readonly CustomerOutcome[];
  readonly months: readonly Month[];
  readonly places: readonly Place[];
  readonly nobodys: History['nobodys'];
  readonly endsAt: Instant | null;
};

const TELL_EVERY = 1000;

/**
 * What if this program had run over a shop's past (rules 4a): each purchase is quoted with the standing just before
 * it and booked at what would have been charged. Customers are walked one after another, since no mechanic
 * lets one's purchases touch another's.
 */
export function simulate(program: ReadDraft, history: History, { mode, marginBp, tell }: Options): Simulated {
  const { startsAt, endsAt, nobodys } = history;
  if (startsAt === null || endsAt === null) return { customers: [], months: [], places: [], nobodys, endsAt: null };
  const months = monthsBetween(startsAt, endsAt, program.timeZone);
  const places = emptyPlaces(history.places);
  const { mechanic } = program;
  const listed = mechanic.kind === 'marks' ? listedIn(mechanic) : NOTHING_LISTED;
  const boundsAt = createBounds(program);
  const holds = pastHolds(program.scope);
  const holdsAtPlace = history.places.map((place) => holdsAt(program.where, pastPlace(place)));
  const about = { program, mode, marginBp, holds, holdsAtPlace, listed };
  const frame: Frame = { ...about, months, places, endsAt, boundsAt };
  const customers: CustomerOutcome[] = [];
  for (const past of history.eachCustomer()) {
    if (customers.length % TELL_EVERY === 0) tell(customers.length, history.customers);
    customers.push(walkCustomer(frame, past));
  }
  return { customers, months, places: placesInOrder(places), nobodys, endsAt };
}
