import type { CustomerView } from '../../../shared/contract/api.ts';
import { Banner, Link } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** What one should know before reading on: merged into somebody else, a card is due, a prize waits. */
export function CustomerNotices({ view }: { readonly view: CustomerView }) {
  const { customer, draws } = useText();
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
      {view.draws.flatMap(({ drawId, name, won }) =>
        won
          .filter(({ handedOverAt }) => handedOverAt === null)
          .map(({ prize, lot }) => (
            <Banner key={lot} tone="success">
              <Link url={`/draws/${drawId}`}>{draws.ofCustomer.notice(prize, name)}</Link>
            </Banner>
          )),
      )}
    </>
  );
}
