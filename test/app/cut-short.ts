import { expect } from '@jest/globals';
import { ProcessDied } from '../support/cut-stores.ts';
import type { World } from './set-up.ts';
import { wholeState } from './whole-state.ts';

const CUTS_MAX = 200;

export type Cuttable = {
  /** A world ready for it; the same each time. */
  readonly prepare: () => Promise<World>;
  readonly act: (world: World) => Promise<unknown>;
  readonly state?: (world: World) => Promise<unknown>;
};

/**
 * Does it once to the end, then again and again with the process dying after the 1st, 2nd, … write and a new one doing
 * it over: what comes out must be the same every time. Answers how many cuts there were, so that a test can say that
 * there were some.
 */
export async function cutShort({ prepare, act, state = wholeState }: Cuttable): Promise<number> {
  const whole = await prepare();
  await act(whole);
  const expected = await state(whole);
  for (let cuts = 1; cuts <= CUTS_MAX; cuts += 1) {
    const world = await prepare();
    world.cutter.dieAfter(cuts);
    await act(world).catch((error: unknown) => {
      if (!(error instanceof ProcessDied)) throw error;
    });
    if (!world.cutter.revive()) return cuts - 1;
    await act(world);
    expect({ cuts, ...Object(await state(world)) }).toEqual({ cuts, ...Object(expected) });
  }
  throw new Error(`more than ${CUTS_MAX} writes`);
}
