import type { LocationId } from '../ids.ts';
import type { BuyingPlace } from '../program/where.ts';
import type { Channel } from '../purchase/purchase.ts';
import type { PastPlace } from './history.ts';

const CHANNELS: Readonly<Record<string, Channel>> = { web: 'web', till: 'till' };

/** Where an order of a history was made; over a channel that nobody knows, or none that was told, it is another one. */
export const pastPlace = ({ channel, locationId }: PastPlace): BuyingPlace => ({
  channel: CHANNELS[channel ?? ''] ?? 'other',
  locationId: locationId === null ? null : (String(locationId) as LocationId),
});
