import { z } from 'zod';
import type { Result } from '../shared/domain/result.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);
/** For a machine that nobody else can reach; refused as soon as somebody could. */
const LOCAL_SECRET = 'for-this-machine-only';
const LOCAL_ENCRYPTION_KEY = `local:${Buffer.alloc(32, 7).toString('base64')}`;

const isLoopback = (url: string): boolean => URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);

const origin = z
  .url({ protocol: /^https?$/, error: 'not an http or https address' })
  .refine((url) => url.startsWith('https:') || isLoopback(url), 'https is needed outside this machine')
  .transform((url) => url.replace(/\/+$/, ''));

const encryptionKeys = z.string().transform((text, context) =>
  text.split(',').map((pair) => {
    const [, id = '', base64 = ''] = /^([\w-]{1,20}):([A-Za-z0-9+/=_-]+)$/.exec(pair.trim()) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (key.length !== 32) {
      context.addIssue({ code: 'custom', message: 'each key is written id:base64 of 32 bytes, divided by commas' });
    }
    return { id, key };
  }),
);

const wholeNumber = (from: number, to: number) =>
  z.coerce.number({ error: 'not a number' }).int('not a whole number').min(from).max(to);

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  APP_URL: origin.optional(),
  ROLE: z.enum(['web', 'worker', 'both']).default('both'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'not a mongodb:// address')
    .optional(),
  SHOPIFY_API_KEY: z.string().min(1).default('regulars-local'),
  SHOPIFY_API_SECRET: z.string().min(8, 'shorter than 8 characters').default(LOCAL_SECRET),
  SHOPIFY_API_SECRET_PREVIOUS: z.string().min(8, 'shorter than 8 characters').optional(),
  ENCRYPTION_KEYS: encryptionKeys.prefault(LOCAL_ENCRYPTION_KEY),
  SHOPIFY_ORIGIN: z
    .string()
    .refine((text) => text.includes('{shop}'), 'the place of the shop, {shop}, is missing')
    .refine((text) => {
      const url = text.replaceAll('{shop}', 'a.myshopify.com');
      return URL.canParse(url) && (url.startsWith('https:') || isLoopback(url));
    }, 'not an https address')
    .default('https://{shop}'),
  APP_BRIDGE_URL: origin.default('https://cdn.shopify.com/shopifycloud/app-bridge.js'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATA_DIR: z.string().min(1).default('.data'),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(1),
});

type Environment = z.output<typeof environment>;

/** What the surroundings say, read once at boot. Secrets are in it: it is never logged. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly appUrl: string;
  readonly isWeb: boolean;
  readonly isWorker: boolean;
  /** Null: our own embedded database below `dataDir`. */
  readonly mongodbUri: string | null;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly apiSecretPrevious: string | null;
  /** Newest first; 32 bytes each. */
  readonly encryptionKeys: readonly { readonly id: string; readonly key: Uint8Array }[];
  /** Where a shop's Admin lives; `{shop}` stands for its domain. */
  readonly shopifyOrigin: string;
  readonly appBridgeUrl: string;
  readonly logLevel: string;
  readonly dataDir: string;
  /** Proxies in front of us whose word on the caller's address is believed; Shopify's app proxy is one. */
  readonly trustedProxies: number;
};

/** A variable and what is wrong with it, in English like every word to who runs the server. */
export type SettingFault = { readonly name: string; readonly why: string };

/** Reads everything at once, so that a wrong set-up is mended in one go. Faults name the variable, never its value. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Result<Config, readonly SettingFault[]> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => ({ name: issue.path.join('.'), why: issue.message }));
    return { ok: false, error: faults };
  }
  const appUrl = read.data.APP_URL ?? `http://127.0.0.1:${read.data.PORT}`;
  const faults = localSecretFaults(read.data, appUrl, given);
  return faults.length > 0 ? { ok: false, error: faults } : { ok: true, value: configOf(read.data, appUrl) };
}

/** The built-in secrets are known to everybody who reads this file. */
function localSecretFaults(
  { HOST }: Environment,
  appUrl: string,
  given: Readonly<Record<string, string | undefined>>,
): readonly SettingFault[] {
  if (isLoopback(appUrl) && LOOPBACK.has(HOST)) return [];
  const needed = ['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'ENCRYPTION_KEYS'];
  const missing = needed.filter((name) => given[name] === undefined);
  return missing.map((name) => ({ name, why: 'needed as soon as others can reach this machine' }));
}

const configOf = (env: Environment, appUrl: string): Config => ({
  port: env.PORT,
  host: env.HOST,
  appUrl,
  isWeb: env.ROLE !== 'worker',
  isWorker: env.ROLE !== 'web',
  mongodbUri: env.MONGODB_URI ?? null,
  apiKey: env.SHOPIFY_API_KEY,
  apiSecret: env.SHOPIFY_API_SECRET,
  apiSecretPrevious: env.SHOPIFY_API_SECRET_PREVIOUS ?? null,
  encryptionKeys: env.ENCRYPTION_KEYS,
  shopifyOrigin: env.SHOPIFY_ORIGIN,
  appBridgeUrl: env.APP_BRIDGE_URL,
  logLevel: env.LOG_LEVEL,
  dataDir: env.DATA_DIR,
  trustedProxies: env.TRUSTED_PROXIES,
});
