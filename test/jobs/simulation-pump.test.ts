import { describe, expect, it } from '@jest/globals';
import { createSimulationPump } from '../../server/jobs/simulation-pump.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the pump of simulations', () => {
  it('works on one at a time, and lets go of the one under way when the process ends', async () => {
    const seen: string[] = [];
    let begun: () => void = () => undefined;
    const isUnderWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const waiting = ['first', 'second'];
    const pump = createSimulationPump(async (signal) => {
      const next = waiting.shift();
      if (next === undefined) return false;
      seen.push(`${next} begins`);
      if (next === 'second') {
        begun();
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      }
      seen.push(`${next} ends`);
      return true;
    }, quiet);
    pump.start();
    await isUnderWay;
    expect(seen).toEqual(['first begins', 'first ends', 'second begins']);
    await pump.stop();
    expect(seen.at(-1)).toBe('second ends');
  });
});
