import { useCustomers } from '../../api/useCustomers.ts';
import { Button } from '../../kit/controls.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { Pager } from '../../kit/Pager.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Card } from '../../kit/structure.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useText } from '../../session/shop.tsx';
import { CustomerFilters } from './CustomerFilters.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { useCustomersQuery } from './useCustomersQuery.ts';

export function CustomersPage() {
  const { customers, common } = useText();
  const list = useCustomersQuery();
  const found = useCustomers(list.query);
  const isNarrowed =
    list.query.search !== '' || list.query.has !== null || list.query.states.join() !== 'entered,check';
  return (
    <Screen
      title={customers.title}
      takesFocus={false}
      primaryAction={
        <Button variant="primary" url="/customers/new">
          {customers.add}
        </Button>
      }
    >
      <Card padding="0">
        <CustomerFilters list={list} />
        <Loaded query={found} loading={<LoadingPart label={common.loading} lines={10} />}>
          {({ rows, nextAfter }) => (
            <>
              {rows.length === 0 && <NoCustomers isNarrowed={isNarrowed} onClear={list.clear} />}
              {rows.length > 0 && <CustomerTable rows={rows} isStale={found.isPlaceholderData} />}
              <Pager
                label={common.paging(customers.title)}
                previousLabel={common.previous}
                nextLabel={common.next}
                onPrevious={list.paging.previous}
                onNext={nextAfter === null ? null : () => list.paging.next?.(nextAfter)}
              />
            </>
          )}
        </Loaded>
      </Card>
    </Screen>
  );
}

function NoCustomers({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const { customers } = useText();
  if (!isNarrowed) {
    return (
      <EmptyState {...customers.empty}>
        <Button url="/customers/new">{customers.add}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState {...customers.nothingFound}>
      <Button onClick={onClear}>{customers.clearFilters}</Button>
    </EmptyState>
  );
}
