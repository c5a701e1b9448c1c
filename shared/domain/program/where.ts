import type { LocationId } from '../ids.ts';
import type { Channel } from '../purchase/purchase.ts';

/** Where something is bought: over which channel and, at a till, at which location (null: none is known). */
export type BuyingPlace = { readonly channel: Channel; readonly locationId: LocationId | null };

/** What checkout on the web is. */
export const ON_THE_WEB: BuyingPlace = { channel: 'web', locationId: null };

/**
 * Where a program holds (rules 1, per program): over which channels (none named: all), and at which locations (none
 * named: all). Locations are those of tills; what is bought on the web is at none and is judged by its channel alone.
 * Elsewhere nothing counts and nothing is given (decision 0073).
 */
export type Where = {
  readonly channels: readonly Exclude<Channel, 'other'>[];
  readonly locations: readonly LocationId[];
};

/** Whether a program holds at a place; a version that says nothing of places holds everywhere. */
export function holdsAt(where: Where | undefined, { channel, locationId }: BuyingPlace): boolean {
  if (where === undefined) return true;
  const { channels, locations } = where;
  if (channels.length > 0 && (channel === 'other' || !channels.includes(channel))) return false;
  return locations.length === 0 || channel === 'web' || (locationId !== null && locations.includes(locationId));
}
