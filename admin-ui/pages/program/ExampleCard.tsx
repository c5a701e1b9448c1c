import type { ProgramCheckView } from '../../../shared/contract/program.ts';
import { DataList } from '../../kit/DataList.tsx';
import { BlockStack, Box, Card } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

/** What the draft would do to one customer, as one types. */
export function ExampleCard({ editor }: { readonly editor: ProgramEditor }) {
  const { example } = useText().program;
  const rows = editor.check?.example ?? [];
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {example.title}
          </Text>
          <Text as="p" tone="subdued">
            {example.intro}
          </Text>
          {editor.values.mechanic === 'step_up' && (
            <Text as="p" tone="subdued">
              {example.stepUp}
            </Text>
          )}
          {editor.check === null && editor.checkFailed !== null && (
            <Failed thrown={editor.checkFailed} onRetry={() => editor.set('name', editor.values.name)} />
          )}
        </BlockStack>
      </Box>
      <div aria-live="polite">
        {rows.length === 0 && (
          <Box padding="400" paddingBlockStart="0">
            <Text as="p">{editor.check === null ? example.updating : example.none}</Text>
          </Box>
        )}
        {rows.length > 0 && <ExampleTable rows={rows} isStale={editor.isChecking} />}
      </div>
    </Card>
  );
}

type Row = ProgramCheckView['example'][number];

function ExampleTable({ rows, isStale }: { readonly rows: readonly Row[]; readonly isStale: boolean }) {
  const { example } = useText().program;
  const format = useFormat();
  const day = (row: Row) => (
    <>
      {format.shortDay(row.day)}
      {row.stepsBack > 0 && (
        <Text as="p" variant="bodySm" tone="subdued">
          {example.afterPause(row.stepsBack)}
        </Text>
      )}
    </>
  );
  const rewards = ({ progress, after, worthMinor }: NonNullable<Row['rewardsAfter']>) =>
    worthMinor > 0 ? example.ready(format.money(worthMinor)) : example.progress(progress, after);
  const marks = ({ marks: count, ready }: NonNullable<Row['marksAfter']>) =>
    ready > 0 ? example.marksReady(count, ready) : example.marks(count);
  const after = (row: Row) =>
    row.marksAfter !== null
      ? marks(row.marksAfter)
      : row.rewardsAfter !== null
        ? rewards(row.rewardsAfter)
        : row.levelNameAfter === null || row.levelNameAfter === ''
          ? format.percent(row.discountBpAfter)
          : example.level(row.levelNameAfter, format.percent(row.discountBpAfter));
  return (
    <DataList
      label={example.title}
      rows={rows}
      keyOf={(row) => `${row.day} ${row.spentMinor}`}
      isStale={isStale}
      isCompact
      columns={[
        { id: 'day', title: example.day, cell: day },
        { id: 'amount', title: example.amount, cell: (row) => <Money minor={row.amountMinor} />, isNumber: true },
        { id: 'discount', title: example.discount, cell: (row) => <Money minor={row.discountMinor} />, isNumber: true },
        { id: 'total', title: example.total, cell: (row) => <Money minor={row.spentMinor} />, isNumber: true },
        { id: 'after', title: example.after, cell: after, isNumber: true },
      ]}
    />
  );
}
