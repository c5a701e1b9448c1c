import { z } from 'zod';
import { unreadable } from '../../shared/domain/fault.ts';
import { type LocationId, parseShopifyId } from '../../shared/domain/ids.ts';
import type { BuyingPlace } from '../../shared/domain/program/where.ts';
import { BadInput } from './bad-input.ts';

/** What a till says of itself: the location of its session, as Shopify numbers it; null or absent: it did not say. */
export const atTill = { locationId: z.string().max(60).nullish() };

/** A till at a location; an unreadable number is the caller's mistake. */
export function tillAt(location: string | null | undefined): BuyingPlace {
  const locationId = location == null ? null : parseShopifyId<LocationId>(location);
  if (location != null && locationId === null)
    throw new BadInput([unreadable('locationId', 'a location of Shopify has a number')]);
  return { channel: 'till', locationId };
}
