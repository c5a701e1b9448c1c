import type { Day, Validity } from './entitlement.ts';

/** Whether a day, in the shop's time zone, is one of the entitlement's; both ends are. */
export const isValidOn = ({ fromDay, untilDay }: Validity, day: Day): boolean => fromDay <= day && day <= untilDay;
