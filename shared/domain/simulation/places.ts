import type { PastId, PastPlace } from './history.ts';
import { comparePastIds } from './past-ids.ts';
import { noTurnover, type Turnover } from './turnover.ts';

/** A place of a simulation and what it comes to. */
export type Place = PastPlace & Turnover;

/** Finds places again, each under an index of its own; mostly one order is where the last one was. */
export function createPlaces() {
  const places: PastPlace[] = [];
  const known = new Map<string, number>();
  let last = -1;
  return {
    places,
    indexOf: (locationId: PastId | null, channel: string | null): number => {
      const before = places[last];
      if (before?.locationId === locationId && before.channel === channel) return last;
      const key = JSON.stringify([locationId, channel]);
      last = known.get(key) ?? places.push({ locationId, channel }) - 1;
      known.set(key, last);
      return last;
    },
  };
}

/** Places at the beginning of a walk. */
export const emptyPlaces = (places: readonly PastPlace[]): Place[] =>
  places.map((place) => ({ ...place, ...noTurnover() }));

const compareChannels = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  return a === null || (b !== null && a > b) ? 1 : -1;
};

function comparePlaces(a: PastPlace, b: PastPlace): number {
  if (a.locationId === b.locationId) return compareChannels(a.channel, b.channel);
  if (a.locationId === null || b.locationId === null) return a.locationId === null ? 1 : -1;
  return comparePastIds(a.locationId, b.locationId);
}

/** Where anybody who takes part bought: by location, then by channel; what has none of them comes last. */
export const placesInOrder = (places: readonly Place[]): readonly Place[] =>
  places.filter(({ orders }) => orders > 0).sort(comparePlaces);
