import type { JournalView } from '../../../shared/contract/api.ts';
import { journalWords } from '../../../shared/text/journal-words.ts';
import { useJournal } from '../../api/useCustomer.ts';
import { Button } from '../../kit/controls.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack, Box, Card, InlineStack } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { WhyButton } from './WhyButton.tsx';

/** "Why is my discount 3 %?", answered line by line. */
export function JournalTab({ id }: { readonly id: string }) {
  const { customer, common } = useText();
  const journal = useJournal(id);
  return (
    <Box paddingBlockStart="400">
      <Loaded query={journal} loading={<LoadingPart label={common.loading} lines={10} />}>
        {({ pages }) => {
          if (pages.every(({ entries }) => entries.length === 0)) {
            return <EmptyState isPart title={customer.journal.empty} message={customer.journal.emptyHelp} />;
          }
          return (
            <Card>
              <BlockStack gap="400">
                <Text as="p" tone="subdued">
                  {customer.journal.intro}
                </Text>
                <ol className="kit-journal">
                  {pages.flatMap(({ entries, programNames }) =>
                    entries.map((entry) => <Entry key={entry.id} {...{ customerId: id, entry, programNames }} />),
                  )}
                </ol>
                {journal.hasNextPage && (
                  <InlineStack align="center">
                    <Button loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
                      {common.more}
                    </Button>
                  </InlineStack>
                )}
              </BlockStack>
            </Card>
          );
        }}
      </Loaded>
    </Box>
  );
}

type EntryProps = {
  readonly customerId: string;
  readonly entry: JournalView['entries'][number];
  readonly programNames: JournalView['programNames'];
};

function Entry({ customerId, entry, programNames }: EntryProps) {
  const text = useText();
  const format = useFormat();
  const { levelNames, orderName } = entry;
  const { cause, effects } = journalWords(entry, { text, format, programNames, levelNames, orderName });
  return (
    <li aria-label={text.customer.journal.entry(entry.sequence)}>
      <div className="kit-journal-cause">
        <Text as="p" fontWeight="medium">
          {cause}
        </Text>
        <InlineStack gap="200">
          {entry.cause.kind === 'order' && <WhyButton customerId={customerId} order={entry.cause} />}
          <Text as="span" tone="subdued" variant="bodySm">
            <DateTime at={entry.at} withTime />
            {entry.by !== null && ` · ${text.customer.journal.byPerson}`}
          </Text>
        </InlineStack>
      </div>
      {effects.map(({ programName, sentences }) => (
        <Text key={programName} as="p">
          <span className="kit-journal-program">{programName}</span> {sentences.join(' → ')}
        </Text>
      ))}
    </li>
  );
}
