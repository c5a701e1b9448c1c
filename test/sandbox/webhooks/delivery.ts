/** How deliveries misbehave; chances are between 0 and 1 and come from the seed. */
export type DeliveryMode = {
  /** Sent a second time with the same webhook id. */
  readonly twice: number;
  /** Each waits up to so long. */
  readonly lateMs: number;
  /** Those that wait together go in any order. */
  readonly shuffle: boolean;
  readonly lose: number;
  /** Nothing goes until `release`. */
  readonly hold: boolean;
  /** Of the pauses between retries; 1 is Shopify's four hours. */
  readonly backoffFactor: number;
};

export type Delivery = {
  /** Changes what is named and leaves the rest. */
  readonly mode: (change: Partial<DeliveryMode>) => void;
  /** Back to one delivery each, at once, in order. */
  readonly calm: () => void;
  /** Lets go what was held and holds no more. */
  readonly release: () => void;
  /** How many are held, waiting, under way or to be tried again. */
  readonly waiting: () => number;
  /** Comes true once nothing is on its way; what is held does not count. Throws after `withinMs`. */
  readonly settled: (withinMs?: number) => Promise<void>;
};
