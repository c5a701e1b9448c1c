import type { Sandbox } from '../../sandbox/sandbox.ts';
import { createAppProcess } from '../../support/app-process.ts';
import { freePort } from '../../support/free-port.ts';
import { createMerchant, type Merchant } from '../../support/merchant.ts';
import { setUpDemoShop } from '../demo/set-up-demo-shop.ts';
import { startDemoSandbox } from '../demo/start-demo-sandbox.ts';

/** The demo's parts, freshly seeded: what `npm run demo` shows the first time. */
export type DemoHouse = {
  readonly sandbox: Sandbox;
  readonly shop: string;
  readonly merchant: Merchant;
  readonly stop: () => Promise<void>;
};

/** Starts app, database and sandbox on free ports, with everything they write below `dataDir`. */
export async function startDemoHouse(dataDir: string, say: (line: string) => void): Promise<DemoHouse> {
  const appPort = await freePort();
  const appUrl = `http://127.0.0.1:${appPort}`;
  const { sandbox, shop } = await startDemoSandbox({ dataDir, appUrl, sandboxPort: 0, mailPort: await freePort() });
  const app = createAppProcess(appPort, {
    DATA_DIR: dataDir,
    SHOPIFY_ORIGIN: `${sandbox.url()}/shops/{shop}`,
    APP_BRIDGE_URL: `${sandbox.url()}/app-bridge.js`,
  });
  const stop = async (): Promise<void> => {
    await app.stop();
    await sandbox.stop();
  };
  try {
    await app.start();
    const merchant = createMerchant(appUrl, async () => sandbox.sessionToken(shop));
    await setUpDemoShop(merchant, say);
    return { sandbox, shop, merchant, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
