import type { WorldEvent } from '../world/world-event.ts';
import type { Outgoing } from './outgoing.ts';

/** How deliveries misbehave; chances are between 0 and 1 and come from the seed. */
export type DeliveryMode = {
  /** Chance of being sent a second time with the same webhook id. */
  readonly twice: number;
  /** Each waits up to so long. */
  readonly lateMs: number;
  /** Those that are waiting go in any order, instead of the one in which they were made. */
  readonly shuffle: boolean;
  /** Chance of never being sent. */
  readonly lose: number;
  /** Nothing goes until `release`. */
  readonly hold: boolean;
  /** Of the pauses between the eight retries; 1 is Shopify's four hours. */
  readonly backoffFactor: number;
  /** How many may be under way at once. */
  readonly parallel: number;
};

export const calmly: DeliveryMode = {
  twice: 0,
  lateMs: 0,
  shuffle: false,
  lose: 0,
  hold: false,
  backoffFactor: 0.002,
  parallel: 8,
};

export type Delivery = {
  /** Changes what is named and leaves the rest. */
  readonly mode: (change: Partial<DeliveryMode>) => void;
  /** Back to one delivery each, at once, in order. */
  readonly calm: () => void;
  /** Lets go what was held and holds no more. */
  readonly release: () => void;
  /** What is held, oldest first. */
  readonly held: () => readonly Outgoing[];
  /** How many are waiting, under way or to be tried again; what is held does not count. */
  readonly waiting: () => number;
  /** Comes true once nothing is on its way. Throws after `withinMs`, 30 s unless said otherwise. */
  readonly settled: (withinMs?: number) => Promise<void>;
  /** Makes and sends the webhook of an event; what the world tells comes here by itself. */
  readonly tell: (event: WorldEvent) => void;
  /** Sends any body under a topic, whatever is in it. */
  readonly send: (shop: string, topic: string, body: string, at?: number) => Outgoing;
  /** Sends one of those that went out once more, with its webhook id. */
  readonly again: (outgoing: Outgoing) => void;
};
