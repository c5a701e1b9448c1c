import { Frame, Navigation, Text, TopBar } from '@shopify/polaris';
import { createElement, type ReactNode, useState } from 'react';
import { ToastProvider } from './Toasts.tsx';

export type Destination = {
  readonly label: string;
  readonly url: string;
  readonly icon: typeof import('./icons.ts').HomeIcon;
};

type Props = {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly destinations: readonly Destination[];
  /** Inside Shopify's admin the navigation stands in Shopify's own menu. */
  readonly isEmbedded: boolean;
  readonly children: ReactNode;
};

export function AppFrame({ name, label, path, destinations, isEmbedded, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const body = <ToastProvider>{children}</ToastProvider>;
  if (isEmbedded) {
    return (
      <Frame>
        <ShopifyMenu destinations={destinations} />
        {body}
      </Frame>
    );
  }
  return (
    <Frame
      topBar={<Top name={name} onToggle={() => setIsOpen((open) => !open)} />}
      navigation={<Menu {...{ label, path, destinations }} onGo={() => setIsOpen(false)} />}
      showMobileNavigation={isOpen}
      onNavigationDismiss={() => setIsOpen(false)}
    >
      {body}
    </Frame>
  );
}

const Top = ({ name, onToggle }: { readonly name: string; readonly onToggle: () => void }) => (
  <TopBar
    showNavigationToggle
    onNavigationToggle={onToggle}
    contextControl={
      <div className="kit-brand">
        <Text as="span" variant="headingMd">
          {name}
        </Text>
      </div>
    }
  />
);

type MenuProps = Pick<Props, 'label' | 'path' | 'destinations'> & { readonly onGo: () => void };

function Menu({ label, path, destinations, onGo }: MenuProps) {
  const items = destinations.map(({ label, url, icon }) => ({
    label,
    url,
    icon,
    selected: url === '/' ? path === '/' : path.startsWith(url),
    onClick: onGo,
  }));
  return (
    <Navigation location={path} ariaLabelledBy="kit-navigation-label">
      <span id="kit-navigation-label" className="kit-hidden">
        {label}
      </span>
      <Navigation.Section items={items} />
    </Navigation>
  );
}

/** App Bridge reads these links into the menu of Shopify's admin; the page itself does not show them. */
const ShopifyMenu = ({ destinations }: Pick<Props, 'destinations'>) =>
  createElement(
    's-app-nav',
    null,
    destinations.map(({ label, url }) =>
      createElement('s-link', { key: url, href: url, rel: url === '/' ? 'home' : undefined }, label),
    ),
  );
