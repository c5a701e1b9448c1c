import type { SimulationResultView, SimulationView } from '../../../shared/contract/simulation.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { BlockStack, Card } from '../../kit/structure.ts';
import { List, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

type Props = { readonly view: SimulationView; readonly results: readonly SimulationResultView[] };

/** Everything that was taken for granted, sentence by sentence. */
function assumptions({ view, results }: Props, text: Texts, { money, percent }: Format): readonly string[] {
  const { simulation, simulations } = text;
  const words = simulations.assumptions;
  const { marginBp, owedCounts, fromDay } = view;
  const nobodys = results[0]?.nobodys;
  const hasCosts = results.some(({ margin }) => margin !== null);
  return [
    ...simulation.assumed,
    ...words.own,
    owedCounts ? words.owed.counts : words.owed.not,
    marginBp === null ? words.floor.off : words.floor.on(percent(marginBp)),
    ...(hasCosts ? [words.costs, simulation.assumedOfMargin] : []),
    ...(results.some(({ rewards }) => rewards !== null) ? simulation.assumedOfRewards : []),
    ...(results.some(({ isHandedOn }) => isHandedOn) ? [simulation.assumedOfReferral] : []),
    ...(fromDay === null ? [] : [words.period]),
    ...(nobodys === undefined || nobodys.orders === 0
      ? []
      : [words.nobodys(nobodys.orders, money(nobodys.amountMinor))]),
  ];
}

export function AssumptionsCard(props: Props) {
  const text = useText();
  const format = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text.simulation.assumptions}
        </Text>
        <List>
          {assumptions(props, text, format).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
