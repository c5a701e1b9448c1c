import { useParams } from 'react-router-dom';
import type { SimulationView } from '../../../shared/contract/simulation.ts';
import { isUnderWay, useSimulation } from '../../api/useSimulations.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Banner, Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useFormat, useShopView, useText } from '../../session/shop.tsx';
import { groupsOf } from './group-words.ts';
import { monthsCsv } from './months-csv.ts';
import { ProgressCard } from './ProgressCard.tsx';
import { ResultCards } from './ResultCards.tsx';
import { SimulationBadge } from './SimulationBadge.tsx';
import { periodWords, simulatedName, simulatedNames } from './simulated-words.ts';
import { againUrl } from './useSimulationForm.ts';

/** One simulation: how far it is, and at last what it came to. Reloading finds it as it stands. */
export function SimulationPage() {
  const { id = '' } = useParams();
  const { simulations } = useText();
  const back = { content: simulations.back, url: '/simulations' };
  return (
    <ScreenOf title={simulations.title} back={back} query={useSimulation(id)}>
      {(view) => <SimulationScreen view={view} />}
    </ScreenOf>
  );
}

function SimulationScreen({ view }: { readonly view: SimulationView }) {
  const text = useText();
  const format = useFormat();
  const { simulations } = text;
  const again = { content: simulations.again, url: againUrl(view.programs) };
  const download = { content: simulations.csv, onAction: useDownload(view) };
  const print = { content: simulations.print, onAction: () => window.print() };
  return (
    <Screen
      title={simulatedNames(view, text)}
      subtitle={periodWords(view, text, format)}
      titleMetadata={<SimulationBadge state={view.state} />}
      back={{ content: simulations.back, url: '/simulations' }}
      {...(isUnderWay(view) ? {} : { primaryAction: again })}
      secondaryActions={view.results === null ? [] : [download, print]}
    >
      <BlockStack gap="400">
        {isUnderWay(view) && <ProgressCard view={view} />}
        {view.state === 'failed' && <FailedBanner errorId={view.errorId} />}
        {view.state === 'cancelled' && (
          <Banner title={simulations.cancelled.title}>{simulations.cancelled.message}</Banner>
        )}
        {view.results !== null && <Results view={view} results={view.results} />}
      </BlockStack>
    </Screen>
  );
}

type ResultsProps = { readonly view: SimulationView; readonly results: NonNullable<SimulationView['results']> };

function Results({ view, results }: ResultsProps) {
  const { simulations } = useText();
  if (results.some(({ totals }) => totals.orders > 0)) return <ResultCards view={view} results={results} />;
  return (
    <Card padding="0">
      <EmptyState {...simulations.nothing} />
    </Card>
  );
}

function FailedBanner({ errorId }: Pick<SimulationView, 'errorId'>) {
  const { failed } = useText().simulations;
  return (
    <Banner tone="critical" title={failed.title}>
      <BlockStack gap="200">
        <Text as="p">{failed.message}</Text>
        {errorId !== null && (
          <Text as="p" tone="subdued">
            {failed.errorId(errorId)}
          </Text>
        )}
      </BlockStack>
    </Banner>
  );
}

/** The months of every program as a file. */
function useDownload({ programs, results }: SimulationView) {
  const text = useText();
  const format = useFormat();
  const { currency } = useShopView();
  return () => {
    const all = (results ?? []).flatMap((result, i) => {
      const program = programs[i];
      if (program === undefined) return [];
      const { names: groups, countsOf } = groupsOf(result, { text, format });
      return [{ name: simulatedName(program, text), months: result.months, groups, countsOf }];
    });
    saveFile('simulation.csv', 'text/csv;charset=utf-8', monthsCsv(all, currency));
  };
}
