/** Journaled on a majority unless a store says otherwise; given up after a while, so that HTTP says 503. */
const DURABLE = { w: 'majority', j: true, wtimeoutMS: 10_000 } as const;
/** How every connection of ours is made. */
export const CONNECTION = {
  writeConcern: DURABLE,
  // What is read decides whether anything is left to do: a power cut must not take back what was believed (0046).
  readConcern: { level: 'majority' },
  retryWrites: true,
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  appName: 'regulars',
  ignoreUndefined: true,
  promoteBuffers: true,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
} as const;
