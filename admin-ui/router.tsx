import { type ComponentType, lazy } from 'react';
import { createBrowserRouter } from 'react-router-dom';
import { App } from './App.tsx';
import { CrashedPage } from './pages/CrashedPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

type Fetch = () => Promise<ComponentType>;

// Every screen is a file of its own in the build, fetched when somebody first goes there, or before that in a quiet
// moment (`fetchScreens`).
const screens: Readonly<Record<string, Fetch>> = {
  '/': async () => (await import('./pages/home/HomePage.tsx')).HomePage,
  '/customers': async () => (await import('./pages/customers/CustomersPage.tsx')).CustomersPage,
  '/customers/new': async () => (await import('./pages/customer/NewCustomerPage.tsx')).NewCustomerPage,
  '/customers/:id/edit': async () => (await import('./pages/customer/EditCustomerPage.tsx')).EditCustomerPage,
  '/customers/:id/try': async () => (await import('./pages/quote/TryCartPage.tsx')).TryCartPage,
  '/customers/:id/:tab?': async () => (await import('./pages/customer/CustomerPage.tsx')).CustomerPage,
  '/programs': async () => (await import('./pages/programs/ProgramsPage.tsx')).ProgramsPage,
  '/programs/new': async () => (await import('./pages/program/NewProgramPage.tsx')).NewProgramPage,
  '/programs/:id/edit': async () => (await import('./pages/program/EditProgramPage.tsx')).EditProgramPage,
  '/programs/:id': async () => (await import('./pages/program/ProgramPage.tsx')).ProgramPage,
  '/cards': async () => (await import('./pages/cards/CardsPage.tsx')).CardsPage,
  '/cards/series/:id': async () => (await import('./pages/cards/SeriesPage.tsx')).SeriesPage,
  '/cards/:number': async () => (await import('./pages/cards/CardPage.tsx')).CardPage,
  '/draws': async () => (await import('./pages/draws/DrawsPage.tsx')).DrawsPage,
  '/draws/new': async () => (await import('./pages/draw/NewDrawPage.tsx')).NewDrawPage,
  '/draws/:id': async () => (await import('./pages/draw/DrawPage.tsx')).DrawPage,
  '/simulations': async () => (await import('./pages/simulation/SimulationsPage.tsx')).SimulationsPage,
  '/simulations/:id': async () => (await import('./pages/simulation/SimulationPage.tsx')).SimulationPage,
  '/club': async () => (await import('./pages/club/ClubPage.tsx')).ClubPage,
  '/settings': async () => (await import('./pages/settings/SettingsPage.tsx')).SettingsPage,
  '/inbox': async () => (await import('./pages/inbox/InboxPage.tsx')).InboxPage,
  '/inbox/:id': async () => (await import('./pages/inbox/DeliveryPage.tsx')).DeliveryPage,
};

function lazyScreen(fetch: Fetch) {
  const Screen = lazy(async () => ({ default: await fetch() }));
  return <Screen />;
}

/**
 * Fetches what is left, so that going to a screen never waits for its file, and a server that is away for a moment is
 * told by the screen itself. A file that does not come is fetched again when somebody goes there.
 */
export async function fetchScreens(): Promise<void> {
  for (const fetch of Object.values(screens)) await fetch().catch(() => undefined);
}

export const createRouter = () =>
  createBrowserRouter([
    {
      element: <App />,
      errorElement: <CrashedPage />,
      children: [
        ...Object.entries(screens).map(([path, fetch]) => ({ path, element: lazyScreen(fetch) })),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
