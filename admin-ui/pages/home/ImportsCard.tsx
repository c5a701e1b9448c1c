import type { ImportView } from '../../../shared/contract/api.ts';
import { useImports } from '../../api/useImports.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Badge, ProgressBar, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

const TONES = { running: 'info', reading: 'info', done: 'success', failed: 'critical' } as const;

/** How the import of the shop's past stands; looks again by itself while one is under way. */
export function ImportsCard({ known }: { readonly known: readonly ImportView[] }) {
  const { imports } = useText().home;
  const { data } = useImports(known);
  if (data.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {imports.title}
        </Text>
        {data.map((each) => (
          <ImportRow key={each.kind} view={each} />
        ))}
      </BlockStack>
    </Card>
  );
}

function ImportRow({ view }: { readonly view: ImportView }) {
  const { kind, state, done, total, why, endedAt } = view;
  const { imports } = useText().home;
  const format = useFormat();
  const isUnderWay = state === 'running' || state === 'reading';
  const titleId = `import-${kind}`;
  return (
    <BlockStack gap="150">
      <InlineStack gap="200" align="space-between">
        <InlineStack gap="200">
          <Text as="h3" variant="bodyMd" fontWeight="medium" id={titleId}>
            {imports.kinds[kind]}
          </Text>
          <Badge tone={TONES[state]}>{imports.states[state]}</Badge>
        </InlineStack>
        <Text as="span" tone="subdued">
          {isUnderWay || endedAt === null ? (
            imports.progress(format.count(done), total === null ? null : format.count(total))
          ) : (
            <>
              {format.count(done)} · <DateTime at={endedAt} withTime />
            </>
          )}
        </Text>
      </InlineStack>
      {isUnderWay && <ProgressBar progress={shareOf(done, total)} size="small" ariaLabelledBy={titleId} />}
      {why !== null && (
        <Text as="p" tone="critical">
          {why}
        </Text>
      )}
    </BlockStack>
  );
}

const shareOf = (done: number, total: number | null) =>
  total === null || total === 0 ? 5 : Math.min(100, Math.round((done * 100) / total));
