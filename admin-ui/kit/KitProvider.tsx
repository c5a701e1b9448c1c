import '@shopify/polaris/build/esm/styles.css';
import './kit.css';
import './series-chart.css';
import { AppProvider } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json';
import type { ReactNode } from 'react';
import { RouterLink } from './RouterLink.tsx';

/** The components' own few words are English until the screens speak another language too. */
export function KitProvider({ children }: { readonly children: ReactNode }) {
  return (
    <AppProvider i18n={english} linkComponent={RouterLink}>
      {children}
    </AppProvider>
  );
}
