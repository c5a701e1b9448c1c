// The whole product without a Shopify account: database, app, sandbox, one lively shop, and a page of links.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMongod } from '../../server/storage/embedded/find-mongod.ts';
import { createAppProcess } from '../support/app-process.ts';
import { createMerchant } from '../support/merchant.ts';
import { buildOnce } from './build-once.ts';
import { openPort } from './demo/open-port.ts';
import { sayLinks } from './demo/say-links.ts';
import { setUpDemoShop } from './demo/set-up-demo-shop.ts';
import { startDemoSandbox } from './demo/start-demo-sandbox.ts';
import { root } from './steps.ts';

const say = (line: string) => console.log(line);
const startedAt = performance.now();
const dataDir = join(root, '.data', 'demo');
const ready = join(dataDir, 'ready');
// A set-up that was cut short is begun again; one that is ready goes on as it was left.
const isFirst = !existsSync(ready);
if (isFirst) rmSync(dataDir, { recursive: true, force: true });

await buildOnce(say);
await findMongod({ say });
const [appPort, sandboxPort, mailPort] = [await openPort(4300), await openPort(4400), await openPort(4425)];
const appUrl = `http://127.0.0.1:${appPort}`;
const { sandbox, shop } = await startDemoSandbox({ dataDir, appUrl, sandboxPort, mailPort });
const app = createAppProcess(appPort, {
  DATA_DIR: dataDir,
  SHOPIFY_ORIGIN: `${sandbox.url()}/shops/{shop}`,
  APP_BRIDGE_URL: `${sandbox.url()}/app-bridge.js`,
});

let stopping: Promise<void> | null = null;
const stop = async (): Promise<void> => {
  say('\nStopping …');
  const code = await app.stop();
  await sandbox.stop();
  if (existsSync(ready)) say('Everything is kept below .data/demo; "npm run demo" goes on from here.');
  process.exit(code ?? 0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= stop();
  });
}

try {
  say('Starting the database and the app …');
  await app.start();
  if (isFirst) {
    const merchant = createMerchant(appUrl, async () => sandbox.sessionToken(shop));
    await setUpDemoShop(merchant, say);
    writeFileSync(ready, '');
  }
  sayLinks({ sandboxUrl: sandbox.url(), shop, seconds: (performance.now() - startedAt) / 1000 });
} catch (error) {
  if (stopping === null) {
    console.error(error instanceof Error ? error.message : error);
    await app.stop();
    await sandbox.stop();
    process.exit(1);
  }
}
