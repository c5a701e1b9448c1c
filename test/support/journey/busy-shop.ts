import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../../sandbox/seed/seeded.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import { happenTo, placeOne } from './write-history.ts';

export type BusyShop = {
  /** Nobody buys any more; throws what went wrong meanwhile. */
  readonly close: () => Promise<void>;
};

type Trade = {
  readonly people: readonly number[];
  readonly cards: readonly string[];
  /** Between two customers. */
  readonly everyMs: number;
  /** So much is on its way already that nobody else comes in; a slow machine has fewer customers, not longer queues. */
  readonly isFull: () => boolean;
};

/** A shop in which people buy, bring back and change their minds, one after the other, until it is closed. */
export function openForBusiness(shop: ShopWorld, { people, cards, everyMs, isFull }: Trade, dice: Dice): BusyShop {
  let isOpen = true;
  const trade = async (): Promise<void> => {
    const made: number[] = [];
    while (isOpen) {
      await pause(everyMs);
      if (isFull()) continue;
      made.push(placeOne(shop, { people, cards }, shop.now(), dice).id);
      happenTo(shop, dice.pick(made), shop.now(), dice);
    }
  };
  const trading = trade();
  trading.catch(() => undefined);
  return {
    close: async () => {
      isOpen = false;
      await trading;
    },
  };
}
