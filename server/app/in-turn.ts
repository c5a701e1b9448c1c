/** Does things of one key one after the other, in the order in which they came; things of other keys do not wait. */
export type InTurn = <T>(key: string, act: () => Promise<T>) => Promise<T>;

/**
 * Only within this process, and only to save work: what Shopify tells of one order comes three times in one breath, and
 * done at once each would find the others' numbers taken and begin again.
 */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, act) => {
    const before = last.get(key);
    const acting = before === undefined ? act() : before.then(act, act);
    last.set(key, acting);
    const leave = (): void => {
      if (last.get(key) === acting) last.delete(key);
    };
    acting.then(leave, leave);
    return acting;
  };
}
