import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { DEMO_SHOP, seedDemo } from '../../sandbox/seed/seed-demo.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';

/** As in `server/config.ts`: the app's built-in credentials, good on this machine only. */
const LOCAL = { apiKey: 'regulars-local', apiSecret: 'for-this-machine-only' };

type Settings = {
  readonly dataDir: string;
  readonly appUrl: string;
  readonly sandboxPort: number;
  readonly mailPort: number;
};

/** The stand-in for Shopify with the demo's one shop in it, as it was left the last time. */
export async function startDemoSandbox({ dataDir, appUrl, sandboxPort, mailPort }: Settings): Promise<{
  readonly sandbox: Sandbox;
  readonly shop: string;
}> {
  const sandbox = await startSandbox({
    app: { url: appUrl, ...LOCAL },
    port: sandboxPort,
    mailPort,
    dataDir: join(dataDir, 'sandbox'),
  });
  seedDemo(sandbox.world);
  return { sandbox, shop: DEMO_SHOP };
}
