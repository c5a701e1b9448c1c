import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ShopView } from '../../shared/contract/api.ts';
import { createFormat, type Format } from '../../shared/text/format/format.ts';
import { type Text, textOf } from '../../shared/text/text.ts';
import { personLanguage } from './app-bridge.ts';

const ShopContext = createContext<{ readonly shop: ShopView; readonly format: Format } | null>(null);

/** The texts in the person's language; never depends on the server, so that failures have words too. */
export const useText = (): Text => textOf(personLanguage());

/** Gives every screen the shop, and the formatters for its currency and time zone. */
export function ShopProvider({ shop, children }: { readonly shop: ShopView; readonly children: ReactNode }) {
  const { currency, timeZone } = shop;
  const language = formatLanguage(useText().language);
  const format = useMemo(() => createFormat({ language, currency, timeZone }), [language, currency, timeZone]);
  const value = useMemo(() => ({ shop, format }), [shop, format]);
  return <ShopContext.Provider value={value}>{children}</ShopContext.Provider>;
}

/** The person's own region where it speaks the language of the texts: 25 Nov or Nov 25, 14:08 or 2:08 PM. */
function formatLanguage(spoken: string): string {
  const own = personLanguage();
  return own.split('-')[0] === spoken ? own : spoken;
}

function useShopContext() {
  const value = useContext(ShopContext);
  if (value === null) throw new Error('invariant broken: a screen outside the ShopProvider');
  return value;
}

export const useShopView = (): ShopView => useShopContext().shop;
export const useFormat = (): Format => useShopContext().format;
