import { useState } from 'react';
import type { ExplanationView } from '../../../shared/contract/api.ts';
import { lineWords, verdictWords, welcomeWords } from '../../../shared/text/explanation-words.ts';
import { useExplanation } from '../../api/useCustomer.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { InfoDialog } from '../../kit/InfoDialog.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { List, Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { ExplainedProgramPart } from './ExplainedProgramPart.tsx';

type Props = {
  readonly customerId: string;
  readonly order: { readonly orderId: string; readonly name: string };
};

/** Why the discount of one order is what it is, told on asking: what was promised, by which rule, what was taken. */
export function WhyButton({ customerId, order }: Props) {
  const { explanation: words, common } = useText();
  const [isAsked, setIsAsked] = useState(false);
  const query = useExplanation(customerId, order.orderId, isAsked);
  return (
    <InfoDialog
      activator={
        <Button variant="plain" accessibilityLabel={words.askOf(order.name)} onClick={() => setIsAsked(true)}>
          {words.ask}
        </Button>
      }
      open={isAsked}
      title={words.title(order.name)}
      closeLabel={common.close}
      onClose={() => setIsAsked(false)}
    >
      <Loaded query={query} loading={<LoadingPart label={common.loading} />}>
        {(explanation) => <Explained explanation={explanation} />}
      </Loaded>
    </InfoDialog>
  );
}

function Explained({ explanation }: { readonly explanation: ExplanationView }) {
  const text = useText();
  const format = useFormat();
  const words = text.explanation;
  const { programs, counted, fromMinor, toMinor, takenMinor, lines } = explanation;
  const isTold =
    counted.length > 0 || takenMinor > 0 || lines.some(({ outside, isCapped }) => isCapped || outside.length > 0);
  const welcome = welcomeWords(explanation, { text, format });
  return (
    <>
      <BlockStack gap="100">
        <Text as="p" variant="bodyLg" fontWeight="semibold">
          {verdictWords(explanation, { text, format })}
        </Text>
        {welcome !== null && <Text as="p">{welcome}</Text>}
        {fromMinor !== toMinor && <Text as="p">{words.open}</Text>}
      </BlockStack>
      <Causes explanation={explanation} />
      {isTold && <ExplainedLines explanation={explanation} />}
      {programs.length === 0 && <Text as="p">{words.noProgram}</Text>}
      {countedFirst(explanation).map((program) => (
        <ExplainedProgramPart
          key={`${program.version.programId} ${program.version.version}`}
          program={program}
          counted={counted}
        />
      ))}
    </>
  );
}

function countedFirst({ programs, counted }: ExplanationView): ExplanationView['programs'] {
  const counts = ({ version }: ExplanationView['programs'][number]) => counted.includes(version.programId);
  return [...programs.filter(counts), ...programs.filter((program) => !counts(program))];
}

function Causes({ explanation: { causes } }: { readonly explanation: ExplanationView }) {
  const words = useText().explanation;
  if (causes.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {words.possible}
      </Text>
      <List>
        {causes.map((cause) => (
          <List.Item key={cause}>{words.causes[cause]}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function ExplainedLines({ explanation: { lines } }: { readonly explanation: ExplanationView }) {
  const text = useText();
  const format = useFormat();
  const { lines: label, line: words } = text.explanation;
  const others: Column<ExplanationView['lines'][number]> = {
    id: 'others',
    title: words.others,
    cell: ({ othersMinor }) => <Money minor={othersMinor} />,
    isNumber: true,
  };
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {label}
      </Text>
      <DataList
        label={label}
        rows={lines}
        keyOf={({ lineId }) => lineId}
        columns={[
          { id: 'title', title: words.title, cell: ({ title }) => title },
          { id: 'full', title: words.full, cell: (line) => <Money minor={line.fullMinor} />, isNumber: true },
          ...(lines.some(({ othersMinor }) => othersMinor > 0) ? [others] : []),
          { id: 'owed', title: words.owed, cell: (line) => lineWords(line, { text, format }), isNumber: true },
          { id: 'taken', title: words.taken, cell: (line) => <Money minor={line.takenMinor} />, isNumber: true },
        ]}
      />
    </BlockStack>
  );
}
