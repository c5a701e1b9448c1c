import { type Instant, parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import { isSigned, type Secrets } from '../secrets.ts';

type Header = (name: string) => string | undefined;

type Checked =
  | {
      readonly ok: true;
      readonly shop: ShopId;
      readonly topic: string;
      readonly webhookId: string;
      readonly apiVersion: string;
      readonly triggeredAt: Instant | null;
    }
  | { readonly ok: false; readonly why: string };

const TOPIC = /^[a-z0-9_]{1,60}(\/[a-z0-9_]{1,60}){1,3}$/;
const WEBHOOK_ID = /^[\x21-\x7e]{1,128}$/;
const API_VERSION = /^[a-z0-9-]{1,20}$/;

const no = (why: string): Checked => ({ ok: false, why });

/**
 * Whether a delivery is Shopify's: the signature over the raw bytes first, then the headers. The headers are not
 * signed, so they are bounded and read strictly; what they name is only believed together with a signed body.
 */
export function createCheckWebhook(secrets: Secrets): (rawBody: Buffer, header: Header) => Checked {
  return (rawBody, header) => {
    const signature = header('x-shopify-hmac-sha256');
    if (signature === undefined || signature === '') return no('signature_missing');
    if (!isSigned(rawBody, Buffer.from(signature, 'base64'), secrets)) return no('signature_wrong');
    const topic = header('x-shopify-topic')?.toLowerCase();
    if (!topic) return no('topic_missing');
    if (!TOPIC.test(topic)) return no('topic_malformed');
    const domain = header('x-shopify-shop-domain');
    if (!domain) return no('shop_missing');
    const shop = parseShopId(domain.toLowerCase());
    if (shop === null) return no('shop_malformed');
    const webhookId = header('x-shopify-webhook-id');
    if (!webhookId) return no('webhook_id_missing');
    if (!WEBHOOK_ID.test(webhookId)) return no('webhook_id_malformed');
    const apiVersion = header('x-shopify-api-version')?.toLowerCase();
    if (!apiVersion) return no('api_version_missing');
    if (!API_VERSION.test(apiVersion)) return no('api_version_malformed');
    return { ok: true, shop, topic, webhookId, apiVersion, triggeredAt: instantOf(header('x-shopify-triggered-at')) };
  };
}

/** Shopify tells nanoseconds; a header that cannot be read says nothing, and costs no delivery. */
function instantOf(text: string | undefined): Instant | null {
  const at = text === undefined || text.length > 40 ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
