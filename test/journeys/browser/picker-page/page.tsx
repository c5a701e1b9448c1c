// A page with nothing on it but the picker, for its own journey: the screens that use it prove what they do with it.
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../../../../admin-ui/api/query-client.ts';
import { useShop } from '../../../../admin-ui/api/useShop.ts';
import { KitProvider } from '../../../../admin-ui/kit/KitProvider.tsx';
import { Card } from '../../../../admin-ui/kit/structure.ts';
import { Loaded } from '../../../../admin-ui/parts/Loaded.tsx';
import { ProductPicker } from '../../../../admin-ui/parts/ProductPicker.tsx';
import { ShopProvider } from '../../../../admin-ui/session/shop.tsx';

function Page() {
  const asked = new URLSearchParams(location.search);
  const [ids, setIds] = useState<readonly string[]>(() =>
    (asked.get('ids') ?? '').split(',').filter((id) => id !== ''),
  );
  const [isLeft, setIsLeft] = useState(false);
  const error = isLeft && ids.length === 0 ? 'Choose at least one product.' : '';
  return (
    <Loaded query={useShop()} loading={null}>
      {(shop) => (
        <ShopProvider shop={shop}>
          <Card>
            <ProductPicker
              label="Products that count"
              help="Every other product is passed over."
              value={ids}
              onChange={setIds}
              onLeave={() => setIsLeft(true)}
              max={Number(asked.get('max') ?? '50')}
              error={error}
            />
          </Card>
          <output>{ids.join(',')}</output>
        </ShopProvider>
      )}
    </Loaded>
  );
}

const place = document.getElementById('app');
if (place === null) throw new Error('invariant broken: the page has no #app');
createRoot(place).render(
  <QueryClientProvider client={createQueryClient()}>
    <KitProvider>
      <Page />
    </KitProvider>
  </QueryClientProvider>,
);
