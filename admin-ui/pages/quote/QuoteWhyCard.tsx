import type { QuoteWhyView } from '../../../shared/contract/quote.ts';
import { whyLineWords } from '../../../shared/text/quote-why-words.ts';
import { DataList } from '../../kit/DataList.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { Banner, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { ExplainedProgramPart } from '../customer/ExplainedProgramPart.tsx';

type Props = { readonly why: QuoteWhyView; readonly isStale: boolean };

/** The quote of a cart, a reason for each line, then the programs it comes from and the purchases behind them. */
export function QuoteWhyCard({ why, isStale }: Props) {
  const { quoteWhy: words, explanation } = useText();
  const format = useFormat();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.askAt(format.dateTime(why.at))}
          </Text>
          <Text as="p" variant="bodyLg" fontWeight="semibold">
            {why.totalMinor > 0 ? words.total(format.money(why.totalMinor)) : words.noTotal}
          </Text>
          {why.floorSavedMinor > 0 && <Text as="p">{words.saved(format.money(why.floorSavedMinor))}</Text>}
          <Text as="p" tone="subdued">
            {words.ofReference(why.basis.reference)} {why.basis.sequence !== null && words.basis(why.basis.sequence)}
          </Text>
        </BlockStack>
        <AsThen why={why} />
        <WhyLines why={why} isStale={isStale} />
        {why.programs.length === 0 && <Text as="p">{explanation.noProgram}</Text>}
        {why.programs.map((program) => (
          <ExplainedProgramPart
            key={`${program.version.programId} ${program.version.version}`}
            program={program}
            counted={why.counted}
          />
        ))}
      </BlockStack>
    </Card>
  );
}

/** Beside an old quote: whether what is known today still says what was promised then. */
function AsThen({ why: { promised, isAsThen } }: { readonly why: QuoteWhyView }) {
  const { quoteWhy: words } = useText();
  const format = useFormat();
  if (promised === null) return null;
  const best = Math.max(0, ...promised.map(({ discountBp }) => discountBp));
  return (
    <Banner tone={isAsThen ? 'success' : 'warning'}>
      {isAsThen ? words.asThen : words.notAsThen(format.percent(best))}
    </Banner>
  );
}

function WhyLines({ why, isStale }: Props) {
  const text = useText();
  const format = useFormat();
  const { lines: label, columns, line: nameless } = text.quoteWhy;
  /** A line is asked about by its place and its name. */
  const nameOf = (id: string) => /^\d+ (.+)$/.exec(id)?.[1] ?? nameless(Number(id));
  return (
    <DataList
      label={label}
      rows={why.lines}
      keyOf={({ id }) => id}
      isStale={isStale}
      columns={[
        { id: 'name', title: columns.name, cell: ({ id }) => nameOf(id) },
        { id: 'amount', title: columns.amount, cell: (line) => <Money minor={line.amountMinor} />, isNumber: true },
        { id: 'less', title: columns.discount, cell: (line) => <Money minor={line.discountMinor} />, isNumber: true },
        {
          id: 'pays',
          title: columns.pays,
          cell: (line) => <Money minor={line.amountMinor - line.discountMinor} />,
          isNumber: true,
        },
        { id: 'why', title: columns.why, cell: (line) => whyLineWords(line, why, { text, format }) },
      ]}
    />
  );
}
