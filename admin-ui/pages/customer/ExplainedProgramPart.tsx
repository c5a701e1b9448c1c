import type { ExplanationView } from '../../../shared/contract/api.ts';
import { programWords } from '../../../shared/text/explanation-words.ts';
import { DataList } from '../../kit/DataList.tsx';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { DateTime, Money } from '../../kit/Values.tsx';
import { Badge, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

type Program = ExplanationView['programs'][number];
type Props = { readonly program: Program; readonly counted: ExplanationView['counted'] };

/** What one program gave on an order: its rule, the standing just before, and the purchases behind that. */
export function ExplainedProgramPart({ program, counted }: Props) {
  const text = useText();
  const counts = counted.includes(program.version.programId);
  const { head, rule, basis, bonus, accumulation } = programWords(program, { text, format: useFormat() });
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {head}
        </Text>
        {counts && <Badge tone="success">{text.explanation.counted}</Badge>}
      </InlineStack>
      <Text as="p">{basis}</Text>
      {bonus !== null && <Text as="p">{bonus}</Text>}
      {accumulation !== null && <Text as="p">{accumulation}</Text>}
      <Text as="p" tone="subdued">
        {rule}
      </Text>
      {!counts && counted.length > 0 && program.standing.discountBp > 0 && (
        <Text as="p">{text.explanation.notCounted}</Text>
      )}
      {(counts || counted.length === 0) && <PurchasesBehind program={program} />}
    </BlockStack>
  );
}

function PurchasesBehind({ program: { behind, version } }: { readonly program: Program }) {
  const words = useText().explanation;
  if (behind.purchases.length === 0) return null;
  return (
    <>
      <DataList
        isCompact
        label={words.behind(version.name)}
        rows={behind.purchases}
        keyOf={({ orderId }) => orderId}
        columns={[
          { id: 'order', title: words.behindOrder, cell: ({ name }) => name },
          { id: 'when', title: words.behindWhen, cell: ({ at }) => <DateTime at={at} withTime /> },
          { id: 'net', title: words.behindNet, cell: ({ netMinor }) => <Money minor={netMinor} />, isNumber: true },
        ]}
      />
      {behind.more > 0 && (
        <Text as="p" tone="subdued">
          {words.behindMore(behind.more)}
        </Text>
      )}
    </>
  );
}
