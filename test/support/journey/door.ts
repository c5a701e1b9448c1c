import { webhookHeaders } from '../signing.ts';
import type { Journey } from './start-journey.ts';

/**
 * The webhook door as anybody may knock: any body, any headers; by default rightly signed. Null leaves a header out.
 */
export type Knock = (
  topic: string,
  body: string | Uint8Array,
  headers?: Readonly<Record<string, string | null>>,
) => Promise<{ readonly status: number; readonly webhookId: string }>;

/** Posts to the app's one door for webhooks; `statuses` remembers every answer. */
export function knockAt({ app }: Pick<Journey, 'app'>, shop: string, statuses: number[]): Knock {
  return async (topic, body, change = {}) => {
    const signed = webhookHeaders(shop, topic, body);
    const headers = Object.entries({ ...signed, ...change }).filter(
      (pair): pair is [string, string] => pair[1] !== null,
    );
    const sent = typeof body === 'string' ? body : new Uint8Array(body);
    const { status } = await fetch(`${app.url}/webhooks`, { method: 'POST', headers, body: sent });
    statuses.push(status);
    return { status, webhookId: signed['x-shopify-webhook-id'] ?? '' };
  };
}
