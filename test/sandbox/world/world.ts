import { parseShopId } from '../../../shared/domain/ids.ts';
import { type AddShop, factsOf } from './add-shop.ts';
import type { ShopContext } from './context.ts';
import { install } from './operations/installation.ts';
import { createShopWorld, type ShopWorld } from './shop-world.ts';
import { emptyShop, emptyWorld, type ShopState, type WorldState } from './state.ts';
import { createWorldClock, type WorldClock } from './world-clock.ts';
import type { WorldEvent } from './world-event.ts';

export type World = {
  readonly clock: WorldClock;
  readonly state: WorldState;
  readonly addShop: (input: AddShop) => ShopWorld;
  /** Throws when there is no such shop. */
  readonly shop: (domain: string) => ShopWorld;
  readonly findShop: (domain: string) => ShopWorld | null;
  readonly shops: () => readonly ShopWorld[];
  /** Hears of every event at once, in order; answers how to stop hearing. */
  readonly listen: (listener: (event: WorldEvent) => void) => () => void;
};

export type WorldOptions = {
  readonly state?: WorldState;
  readonly now?: () => number;
  /** Makes the ids of events; each must be new. */
  readonly newEventId?: () => string;
};

/** Shops, their goods, people and orders, in memory. */
export function createWorld(options: WorldOptions = {}): World {
  const state = options.state ?? emptyWorld();
  const clock = createWorldClock(options.now);
  const newEventId = options.newEventId ?? (() => crypto.randomUUID());
  const listeners = new Set<(event: WorldEvent) => void>();
  const shops = new Map<string, ShopWorld>();

  const contextOf = (shop: ShopState): ShopContext => ({
    state: shop,
    now: clock.now,
    nextId: () => state.nextId++,
    emit: (at, told) => {
      const eventId = newEventId();
      const { domain } = shop.facts;
      for (const [topic, subject] of told) {
        const event = { shop: domain, topic, at, eventId, installed: shop.installation !== null, subject };
        for (const listener of listeners) listener(event);
      }
    },
  });
  const open = (shop: ShopState): ShopWorld => {
    const made = createShopWorld(contextOf(shop));
    shops.set(shop.facts.domain, made);
    return made;
  };
  for (const shop of state.shops.values()) open(shop);

  return {
    clock,
    state,
    addShop: (input) => {
      if (parseShopId(input.domain) === null) throw new Error(`${input.domain} is no permanent domain of a shop`);
      if (shops.has(input.domain)) throw new Error(`the sandbox has a shop ${input.domain} already`);
      const made = emptyShop(factsOf(input, () => state.nextId++, clock.now()));
      state.shops.set(input.domain, made);
      const shop = open(made);
      if (input.installed ?? true) install(shop.context, input.scopes);
      return shop;
    },
    shop: (domain) => {
      const shop = shops.get(domain);
      if (shop === undefined) throw new Error(`the sandbox has no shop ${domain}`);
      return shop;
    },
    findShop: (domain) => shops.get(domain) ?? null,
    shops: () => [...shops.values()],
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
