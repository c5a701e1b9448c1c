import type { SimulationResultView, SimulationView } from '../../../shared/contract/simulation.ts';
import { Pair } from '../../kit/Pair.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { useText } from '../../session/shop.tsx';
import { AssumptionsCard } from './AssumptionsCard.tsx';
import { DiscountChart } from './DiscountChart.tsx';
import { FiguresCard } from './FiguresCard.tsx';
import { GainersCard } from './GainersCard.tsx';
import { HoldersChart } from './HoldersChart.tsx';
import { HoldersCard, MonthsCard } from './MonthsCard.tsx';
import { PlacesCard } from './PlacesCard.tsx';
import { simulatedName } from './simulated-words.ts';
import { TenthsChart } from './TenthsChart.tsx';

/** What one program came to, and what it is called. */
export type Named = { readonly name: string; readonly result: SimulationResultView };

type Props = { readonly view: SimulationView; readonly results: readonly SimulationResultView[] };

/** The figures side by side, then charts, then tables, and at last what was taken for granted. */
export function ResultCards({ view, results }: Props) {
  const text = useText();
  const named = results.flatMap((result, i) => {
    const program = view.programs[i];
    return program === undefined ? [] : [{ name: simulatedName(program, text), result }];
  });
  return (
    <BlockStack gap="400">
      <FiguresCard named={named} />
      <DiscountChart named={named} />
      <Pair>
        {named.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a program is known by its place
          <HoldersChart key={i} one={one} />
        ))}
      </Pair>
      <TenthsChart named={named} />
      <Pair>
        {named.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a program is known by its place
          <GainersCard key={i} one={one} />
        ))}
      </Pair>
      {named.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a program is known by its place
        <MonthsCard key={i} one={one} />
      ))}
      <Pair>
        {named.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a program is known by its place
          <HoldersCard key={i} one={one} />
        ))}
      </Pair>
      {named.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a program is known by its place
        <PlacesCard key={i} one={one} />
      ))}
      <AssumptionsCard view={view} results={results} />
    </BlockStack>
  );
}
