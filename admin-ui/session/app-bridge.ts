/** The part of Shopify's App Bridge that we use. The server puts its script first into the page. */
type AppBridge = {
  readonly idToken: () => Promise<string>;
  readonly environment?: { readonly embedded?: boolean };
  readonly config?: { readonly locale?: string };
};

declare global {
  interface Window {
    shopify?: unknown;
  }
}

/** App Bridge; null when the page was opened outside Shopify and nothing stands in for it. */
export function appBridge(): AppBridge | null {
  const bridge = window.shopify;
  return typeof bridge === 'object' && bridge !== null && 'idToken' in bridge ? (bridge as AppBridge) : null;
}

/** Inside Shopify's admin the navigation is theirs; otherwise the page brings its own. */
export const isEmbedded = (): boolean => appBridge()?.environment?.embedded === true;

/** The language of the person, not of the shop. */
export const personLanguage = (): string => appBridge()?.config?.locale ?? navigator.language;
