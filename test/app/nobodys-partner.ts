import type { FindPartner } from '../../server/app/club/find-partner.ts';

/** A shop that is in no club. */
export const noPartners: FindPartner = { usable: async () => null, emitter: async () => null };
