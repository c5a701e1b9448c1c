import { lazy } from 'react';
import { createBrowserRouter } from 'react-router-dom';
import { App } from './App.tsx';
import { CrashedPage } from './pages/CrashedPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

// Every screen is a file of its own in the build, fetched when somebody first goes there.
const HomePage = lazy(async () => ({ default: (await import('./pages/home/HomePage.tsx')).HomePage }));
const CustomersPage = lazy(async () => ({
  default: (await import('./pages/customers/CustomersPage.tsx')).CustomersPage,
}));
const NewCustomerPage = lazy(async () => ({
  default: (await import('./pages/customer/NewCustomerPage.tsx')).NewCustomerPage,
}));
const EditCustomerPage = lazy(async () => ({
  default: (await import('./pages/customer/EditCustomerPage.tsx')).EditCustomerPage,
}));
const CustomerPage = lazy(async () => ({ default: (await import('./pages/customer/CustomerPage.tsx')).CustomerPage }));
const ProgramsPage = lazy(async () => ({ default: (await import('./pages/programs/ProgramsPage.tsx')).ProgramsPage }));
const NewProgramPage = lazy(async () => ({
  default: (await import('./pages/program/NewProgramPage.tsx')).NewProgramPage,
}));
const EditProgramPage = lazy(async () => ({
  default: (await import('./pages/program/EditProgramPage.tsx')).EditProgramPage,
}));
const ProgramPage = lazy(async () => ({ default: (await import('./pages/program/ProgramPage.tsx')).ProgramPage }));
const CardsPage = lazy(async () => ({ default: (await import('./pages/cards/CardsPage.tsx')).CardsPage }));
const SeriesPage = lazy(async () => ({ default: (await import('./pages/cards/SeriesPage.tsx')).SeriesPage }));
const CardPage = lazy(async () => ({ default: (await import('./pages/cards/CardPage.tsx')).CardPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./pages/settings/SettingsPage.tsx')).SettingsPage }));
const InboxPage = lazy(async () => ({ default: (await import('./pages/inbox/InboxPage.tsx')).InboxPage }));
const DeliveryPage = lazy(async () => ({ default: (await import('./pages/inbox/DeliveryPage.tsx')).DeliveryPage }));

export const createRouter = () =>
  createBrowserRouter([
    {
      element: <App />,
      errorElement: <CrashedPage />,
      children: [
        { path: '/', element: <HomePage /> },
        { path: '/customers', element: <CustomersPage /> },
        { path: '/customers/new', element: <NewCustomerPage /> },
        { path: '/customers/:id/edit', element: <EditCustomerPage /> },
        { path: '/customers/:id/:tab?', element: <CustomerPage /> },
        { path: '/programs', element: <ProgramsPage /> },
        { path: '/programs/new', element: <NewProgramPage /> },
        { path: '/programs/:id/edit', element: <EditProgramPage /> },
        { path: '/programs/:id', element: <ProgramPage /> },
        { path: '/cards', element: <CardsPage /> },
        { path: '/cards/series/:id', element: <SeriesPage /> },
        { path: '/cards/:number', element: <CardPage /> },
        { path: '/settings', element: <SettingsPage /> },
        { path: '/inbox', element: <InboxPage /> },
        { path: '/inbox/:id', element: <DeliveryPage /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
