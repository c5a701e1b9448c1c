import type { CustomerView } from '../../../shared/contract/api.ts';
import { Banner, Link } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** What one should know before reading on: merged into somebody else, or a card is due. */
export function CustomerNotices({ view }: { readonly view: CustomerView }) {
  const { customer } = useText();
  return (
    <>
      {view.mergedInto !== null && (
        <Banner tone="info" title={customer.mergedInto}>
          <Link url={`/customers/${view.mergedInto}`}>{customer.openMerged}</Link>
        </Banner>
      )}
      {view.dueCard.map(({ programId, programName }) => (
        <Banner key={programId} tone="info">
          <Link url={`/customers/${view.id}/instruments`}>{customer.due(programName)}</Link>
        </Banner>
      ))}
    </>
  );
}
