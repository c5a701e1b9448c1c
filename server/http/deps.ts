import type { RequestHandler } from 'express';
import type { Clock } from '../app/ports/clock.ts';
import type { Log } from '../app/ports/log.ts';
import type { Stores } from '../app/ports/stores.ts';
import type { UseCases } from '../app/use-cases.ts';
import type { SignIn } from './sign-in.ts';

/** What the page of the admin needs to know of its surroundings. Origins as browsers write them. */
export type PageSettings = {
  readonly apiKey: string;
  readonly appUrl: string;
  readonly appBridgeUrl: string;
  /** Who may frame us beside the shop and Shopify's admin: the sandbox on loopback; null anywhere else. */
  readonly sandboxOrigin: string | null;
  /** Where the built admin pages lie. */
  readonly adminFolder: string;
};

export type HttpDeps = {
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly signIn: SignIn;
  readonly page: PageSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** A new id for a request or a fault, to be found again in the log. */
  readonly newId: () => string;
  readonly webhooks: RequestHandler;
  /** Tells the pump that something waits in the inbox. */
  readonly nudgeInbox: () => void;
  /** Throws while the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  /** Proxies in front of us whose word on the caller's address is believed. */
  readonly trustedProxies: number;
  /** Calls a minute and address before the storefront route answers 429 without looking. */
  readonly proxyCallsPerMinute: number;
};
