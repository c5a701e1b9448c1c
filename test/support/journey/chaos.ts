import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from '../../../server/storage/embedded/member.ts';
import type { Dice } from '../../sandbox/seed/seeded.ts';
import type { AppProcess } from '../app-process.ts';
import { eventually } from '../merchant.ts';

export type Victims = { readonly app: AppProcess; readonly database: Member };
/** How often each was killed. */
export type Kills = { readonly app: number; readonly database: number };

const READY_WITHIN_MS = 30_000;

/**
 * Kills the app, its database or both without a word, at moments by the dice, `times` times in all, and starts again
 * what was killed. The app is not touched otherwise: that it lives on without its database is a part of the test.
 */
export async function killAtRandom(victims: Victims, dice: Dice, times: number): Promise<Kills> {
  const kills = { app: 0, database: 0 };
  while (kills.app + kills.database < times) {
    await ready(victims.app);
    await pause(dice.between(20, 1000));
    const throwOf = dice.next();
    if (throwOf < 0.5) kills.app += await killApp(victims, dice);
    else if (throwOf < 0.85) kills.database += await killDatabase(victims, dice);
    else {
      await Promise.all([victims.app.kill(), victims.database.kill()]);
      await victims.database.start();
      await victims.app.start();
      kills.app += 1;
      kills.database += 1;
    }
  }
  await ready(victims.app);
  return kills;
}

async function ready(app: AppProcess): Promise<void> {
  const ask = () =>
    fetch(`${app.url}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await eventually(ask, (status) => status === 200, READY_WITHIN_MS).catch((error: unknown) => {
    throw new Error(`the app did not come back:\n${app.output()}`, { cause: error });
  });
}

/** Now and then it is killed again while it starts. */
async function killApp({ app }: Victims, dice: Dice): Promise<number> {
  await app.kill();
  if (!dice.chance(0.25)) {
    await app.start();
    return 1;
  }
  const starting = app.start().catch(() => undefined);
  await pause(dice.between(100, 1500));
  await app.kill();
  await starting;
  await app.start();
  return 2;
}

async function killDatabase({ database }: Victims, dice: Dice): Promise<number> {
  await database.kill();
  await pause(dice.between(0, 400));
  await database.start();
  return 1;
}
