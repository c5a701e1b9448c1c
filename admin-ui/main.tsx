import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { createQueryClient } from './api/query-client.ts';
import { createRouter, fetchScreens } from './router.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('invariant broken: the page has no #app');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={createRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);

const QUIET_AFTER_MS = 1_500;
setTimeout(async () => {
  await fetchScreens();
  performance.mark('screens-fetched');
}, QUIET_AFTER_MS);
