import type { ShopifyAdmin } from '../../server/app/ports/shopify-admin.ts';
import type { Stores } from '../../server/app/ports/stores.ts';

/** What changes something; a method that is in neither store nor list would be cut nowhere, so the list is by store. */
const WRITES: Readonly<Record<keyof Stores, readonly string[]>> = {
  cards: ['createSeries', 'emit', 'change', 'forgetHolder'],
  costs: ['put'],
  clubs: ['join', 'changeRule', 'leave', 'invite', 'revoke', 'take', 'putVisit'],
  codes: [
    'create',
    'use',
    'unwant',
    'move',
    'forgetHolder',
    'claim',
    'coming',
    'done',
    'failed',
    'enterDiscount',
    'changeDiscount',
    'startAnew',
  ],
  customers: ['create', 'change'],
  draws: ['create', 'change', 'putLots', 'dropOtherLists', 'moveLots', 'forgetHolder'],
  facts: [],
  guesses: ['count', 'limited'],
  imports: ['put', 'lease'],
  inbox: ['file', 'claim', 'settle', 'replay', 'forgetBodies', 'forgetCustomer'],
  journal: ['append', 'appendMany', 'forgetCustomer'],
  notes: ['add', 'correct', 'remove', 'forgetCards'],
  outbox: ['put', 'putMany', 'claim', 'sent', 'failed'],
  programs: ['create', 'change', 'publish'],
  purchases: ['record', 'attribute', 'move', 'forgetBuyer', 'deleteOrders'],
  readModels: ['putFigures', 'putFiguresMany'],
  sessions: ['store', 'remove', 'lock'],
  shops: ['save', 'change', 'eraseShop'],
  simulations: ['create', 'claim', 'progress', 'giveBack', 'end', 'cancel', 'dropOld', 'forgetCustomer'],
  standings: ['put', 'putMany', 'remove'],
};
const ADMIN_WRITES: readonly (keyof ShopifyAdmin)[] = [
  'ensureDiscount',
  'putCheckoutRules',
  'ensureRewardDiscount',
  'putRewardRules',
  'addCodes',
  'removeCodes',
  'putEntitlements',
  'startBulk',
  'putVariantCosts',
];

/** The process died: nothing after it happens any more, whoever catches it. */
export class ProcessDied extends Error {}

export type Cutter = {
  readonly stores: (stores: Stores) => Stores;
  readonly admin: <T extends ShopifyAdmin>(admin: T) => T;
  readonly write: <T extends unknown[]>(write: (...args: T) => Promise<void>) => (...args: T) => Promise<void>;
  /** The process dies right after its n-th write from now on. */
  readonly dieAfter: (writes: number) => void;
  /** A new process takes over. Answers whether the old one had died. */
  readonly revive: () => boolean;
};

type Method = (...args: unknown[]) => unknown;

/**
 * Wraps all that use cases write to, so that the process can die after any single write: what was written stays, and
 * every call that comes after fails.
 */
export function createCutter(): Cutter {
  let left = Number.POSITIVE_INFINITY;
  const checkAlive = (): void => {
    if (left <= 0) throw new ProcessDied();
  };
  const cut = (method: Method, isWrite: boolean): Method => {
    return (...args) => {
      checkAlive();
      const answer = method(...args);
      if (!(answer instanceof Promise)) return answer;
      return answer.then((value: unknown) => {
        if (isWrite) {
          checkAlive();
          left -= 1;
        }
        checkAlive();
        return value;
      });
    };
  };
  const wrap = <T extends object>(part: T, writes: readonly string[]): T =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? cut(value as Method, writes.includes(String(name))) : value;
      },
    });
  return {
    stores: (stores) => {
      const names = Object.keys(WRITES) as (keyof Stores)[];
      return { ...stores, ...Object.fromEntries(names.map((name) => [name, wrap(stores[name], WRITES[name])])) };
    },
    admin: (admin) => wrap(admin, ADMIN_WRITES),
    write:
      (write) =>
      async (...args) => {
        checkAlive();
        await write(...args);
        left -= 1;
        checkAlive();
      },
    dieAfter: (writes) => {
      left = writes;
    },
    revive: () => {
      const hasDied = left <= 0;
      left = Number.POSITIVE_INFINITY;
      return hasDied;
    },
  };
}
