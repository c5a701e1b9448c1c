import { setMaxListeners } from 'node:events';
import type { mongo } from 'mongoose';

/** Longer than a call takes that will still be answered: a new first member, a majority's word, both once more. */
const PATIENCE_MS = 30_000;
/** Calls of one stretch share a signal, so that a call costs no timer of its own. */
const STRETCH_MS = 5000;

/** Why a call was given up. The driver copies what an error holds of its own, so this holds not even a name. */
export class GivenUp extends Error {}

export type Patience = () => AbortSignal;

/** Gives each call a signal that gives it up after `patienceMs`, or at most a sixth later. */
export function createPatience(patienceMs = PATIENCE_MS): Patience {
  const stretchMs = Math.min(STRETCH_MS, patienceMs / 6);
  let signal: AbortSignal | null = null;
  return () => {
    signal ??= begin();
    return signal;
  };
  function begin(): AbortSignal {
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    setTimeout(() => {
      signal = null;
    }, stretchMs).unref();
    const giveUp = () => controller.abort(new GivenUp('the database did not answer'));
    setTimeout(giveUp, patienceMs + stretchMs).unref();
    return controller.signal;
  }
}

/** Where each call of a collection takes its options. */
const OPTIONS_AT: { readonly [call: string]: number } = {
  aggregate: 1,
  bulkWrite: 1,
  countDocuments: 1,
  deleteMany: 1,
  distinct: 2,
  find: 1,
  findOne: 1,
  findOneAndUpdate: 2,
  insertMany: 1,
  insertOne: 1,
  replaceOne: 2,
  updateMany: 2,
  updateOne: 2,
};

/**
 * The same collection, each of whose calls ends. Without it a call may hang for ever, and hold a connection: what the
 * driver writes on a socket that the other side has just closed is never answered, and no time limit of its own covers
 * that (decision 0050). A call with a signal of its own keeps it.
 */
export function bounded<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  patience: Patience,
): mongo.Collection<D> {
  return new Proxy(collection, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const at = OPTIONS_AT[String(name)];
      if (at === undefined) return member.bind(target);
      return (...args: unknown[]): unknown => {
        args[at] = { signal: patience(), ...(args[at] as object | undefined) };
        return member.apply(target, args);
      };
    },
  });
}
