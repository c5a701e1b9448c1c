import { type LocationId, parseShopifyId } from '../ids.ts';
import type { ProgramDraft } from './draft.ts';
import type { Say } from './read-typed.ts';
import type { Where } from './where.ts';

/** More shops than a merchant lists by hand. */
export const LOCATIONS_MAX = 100;

/** Shopify's numbers of locations as typed, each once, or what is none; null: one of them is no number, or too many. */
export function readLocations(typed: string): readonly LocationId[] | null {
  const texts = typed.split(/[\s,;]+/).filter((text) => text !== '');
  const read = texts.map((text) => parseShopifyId<LocationId>(text));
  return read.includes(null) || texts.length > LOCATIONS_MAX ? null : [...new Set(read.flatMap((id) => id ?? []))];
}

/** Reads where a program holds (decision 0073); undefined: everywhere. */
export function readWhere({ channels, locations: typed }: ProgramDraft, say: Say): Where | undefined {
  const locations = readLocations(typed);
  if (locations === null) say('locations', { code: 'locations_unreadable' });
  const isWebOnly = channels.length > 0 && !channels.includes('till');
  if (isWebOnly && locations !== null && locations.length > 0) say('locations', { code: 'locations_without_till' });
  const named = locations ?? [];
  return channels.length === 0 && named.length === 0 ? undefined : { channels, locations: named };
}
