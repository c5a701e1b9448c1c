/** For what a failover may lose without harm: acknowledged by one member, before it is on a disk (decision 0046). */
export const LIGHTLY = { writeConcern: { w: 1 } } as const;
