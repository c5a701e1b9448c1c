import type { BuyingPlace } from '../../../shared/domain/program/where.ts';

/** Where a cart is taken to be bought that nobody says more of. */
export const AT_A_TILL: BuyingPlace = { channel: 'till', locationId: null };
