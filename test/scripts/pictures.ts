// The pictures of the README, taken anew from a freshly seeded demo in a real Chromium.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongod } from '../../server/storage/embedded/find-mongod.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { buildOnce } from './build-once.ts';
import { packPng } from './pictures/pack-png.ts';
import { shots } from './pictures/shots.ts';
import { startDemoHouse } from './pictures/start-demo-house.ts';
import { tellAStory } from './pictures/told-customer.ts';
import { root } from './steps.ts';

const BYTES_MAX = 200_000;
const say = (line: string) => console.log(line);
const folder = join(root, 'shared', 'design', 'pictures');
const dataDir = mkdtempSync(join(tmpdir(), 'regulars-pictures-'));
const only = process.argv.slice(2);

/** In a page: everything in sight has been fetched and drawn, and nothing moves any more. */
async function shown(): Promise<void> {
  const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
  const still = document.getAnimations().map((animation) => animation.finished.catch(() => undefined));
  await Promise.all([document.fonts.ready, ...still, ...inSight.map((image) => image.decode().catch(() => undefined))]);
}

await buildOnce(say);
await findMongod({ say });
const house = await startDemoHouse(dataDir, say);
const browser = await launchBrowser();
try {
  const told = await tellAStory(house);
  mkdirSync(folder, { recursive: true });
  const { page, complaints } = await openPage(browser, 1280, 800);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { name, set } of shots.filter((shot) => only.length === 0 || only.includes(shot.name))) {
    await set({ page, house, told });
    for (const frame of page.frames()) await frame.evaluate(shown);
    const picture = packPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    writeFileSync(join(folder, `${name}.png`), picture);
    const bytes = picture.length;
    say(`${name}.png, ${Math.round(bytes / 1000)} kB`);
    if (bytes > BYTES_MAX) throw new Error(`${name}.png is too large for the README`);
  }
  for (const complaint of complaints) say(`✗ ${complaint}`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
