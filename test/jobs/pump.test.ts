import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Log } from '../../server/app/ports/log.ts';
import { createPump, type Pump, type Take } from '../../server/jobs/pump.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const settings = { name: 'test', widthMax: 3, idleMs: 20, idleMaxMs: 40, failedMaxMs: 60 };

let pump: Pump | null = null;
afterEach(() => pump?.stop());

const started = (take: Take, change: Partial<typeof settings> = {}): Pump => {
  pump = createPump(take, { ...settings, ...change }, quiet);
  pump.start();
  return pump;
};

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5000; waited += 5) {
    if (isSo()) return;
    await sleep(5);
  }
  throw new Error('it never came so');
}

/** Work that lies there; each piece notes that it began, and ends when told, or at once. */
function pile(count: number, work: (piece: number) => Promise<void>): Take {
  const waiting = Array.from({ length: count }, (_, piece) => piece);
  return async (max) => waiting.splice(0, max).map((piece) => () => work(piece));
}

describe('a pump', () => {
  it('does all that waits, never more at once than its width', async () => {
    let underWay = 0;
    let most = 0;
    let done = 0;
    started(
      pile(50, async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await sleep(1);
        underWay -= 1;
        done += 1;
      }),
    );
    await until(() => done === 50);
    expect(most).toBe(3);
  });

  it('does not let one slow piece hold up the others', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const done: number[] = [];
    started(
      pile(20, async (piece) => {
        if (piece === 0) await slow;
        done.push(piece);
      }),
    );
    await until(() => done.length === 19);
    expect(done).not.toContain(0);
    release();
    await until(() => done.includes(0));
  });

  it('looks at once when nudged, long before its pause ends', async () => {
    const waiting: (() => Promise<void>)[] = [];
    let done = 0;
    const nudged = started(async (max) => waiting.splice(0, max), { idleMs: 60_000, idleMaxMs: 60_000 });
    await sleep(20);
    waiting.push(async () => {
      done += 1;
    });
    await sleep(20);
    expect(done).toBe(0);
    nudged.nudge();
    await until(() => done === 1);
  });

  it('finds by itself what another process filed', async () => {
    const waiting: (() => Promise<void>)[] = [];
    let done = 0;
    started(async (max) => waiting.splice(0, max));
    await sleep(20);
    waiting.push(async () => {
      done += 1;
    });
    await until(() => done === 1);
  });

  it('looks seldom while nothing comes', async () => {
    let looks = 0;
    started(async () => {
      looks += 1;
      return [];
    });
    await sleep(300);
    expect(looks).toBeGreaterThan(3);
    expect(looks).toBeLessThan(15);
  });

  it('outlives a store that fails, and waits longer each time', async () => {
    let looks = 0;
    let done = 0;
    started(async () => {
      looks += 1;
      if (looks <= 4) throw new Error('away');
      const work = async (): Promise<void> => {
        done += 1;
      };
      return looks === 5 ? [work] : [];
    });
    await until(() => done === 1);
    expect(looks).toBeGreaterThanOrEqual(5);
  });

  it('ends what is under way before it stops, and takes nothing new', async () => {
    let begun = 0;
    let ended = 0;
    const stopping = started(
      pile(100, async () => {
        begun += 1;
        await sleep(30);
        ended += 1;
      }),
    );
    await until(() => begun === 3);
    await stopping.stop();
    expect(begun).toBe(3);
    expect(ended).toBe(3);
  });
});
