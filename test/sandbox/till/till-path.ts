import type { ShopState } from '../world/state.ts';

/** Where a shop's till is. */
export const tillPath = ({ facts }: ShopState): string => `/shops/${facts.domain}/till`;
