import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useShop } from './api/useShop.ts';
import { AppFrame } from './kit/AppFrame.tsx';
import {
  ChartVerticalIcon,
  ConfettiIcon,
  CreditCardIcon,
  HomeIcon,
  ImportIcon,
  PersonIcon,
  SettingsIcon,
  StarIcon,
  StoreIcon,
} from './kit/icons.ts';
import { KitProvider } from './kit/KitProvider.tsx';
import { LoadingPage } from './kit/LoadingPage.tsx';
import { ScreenOf } from './parts/ScreenOf.tsx';
import { isEmbedded } from './session/app-bridge.ts';
import { ShopProvider, useText } from './session/shop.tsx';

/** The frame around every screen. Screens show once the shop is known, because money and time are written its way. */
export function App() {
  return (
    <KitProvider>
      <Framed />
    </KitProvider>
  );
}

function Framed() {
  const { common } = useText();
  const { navigation } = common;
  const shop = useShop();
  const path = useLocation().pathname;
  const destinations = [
    { label: navigation.home, url: '/', icon: HomeIcon },
    { label: navigation.customers, url: '/customers', icon: PersonIcon },
    { label: navigation.programs, url: '/programs', icon: StarIcon },
    { label: navigation.simulation, url: '/simulations', icon: ChartVerticalIcon },
    { label: navigation.cards, url: '/cards', icon: CreditCardIcon },
    { label: navigation.draws, url: '/draws', icon: ConfettiIcon },
    { label: navigation.club, url: '/club', icon: StoreIcon },
    { label: navigation.inbox, url: '/inbox', icon: ImportIcon },
    { label: navigation.settings, url: '/settings', icon: SettingsIcon },
  ];
  return (
    <AppFrame
      name={common.app}
      label={navigation.label}
      path={path}
      destinations={destinations}
      isEmbedded={isEmbedded()}
    >
      <ScreenOf title={common.app} query={shop}>
        {(view) => (
          <ShopProvider shop={view}>
            <Suspense fallback={<LoadingPage label={common.loading} />}>
              <Outlet />
            </Suspense>
          </ShopProvider>
        )}
      </ScreenOf>
    </AppFrame>
  );
}
