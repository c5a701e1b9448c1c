import type { HomeView } from '../../../shared/contract/api.ts';
import { useHome } from '../../api/useHome.ts';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useText } from '../../session/shop.tsx';
import { AttentionCard } from './AttentionCard.tsx';
import { DaysChart } from './DaysChart.tsx';
import { FiguresCard } from './FiguresCard.tsx';
import { GuideCard } from './GuideCard.tsx';
import { ImportsCard } from './ImportsCard.tsx';

export function HomePage() {
  const { home } = useText();
  return (
    <ScreenOf title={home.title} query={useHome()}>
      {(view) => (
        <Screen title={home.title}>
          <BlockStack gap="400">
            <GuideCard guide={view.guide} />
            {isImporting(view) && <ImportsCard known={view.imports} />}
            <AttentionCard attention={view.attention} />
            <FiguresCard figures={view.figures} />
            <DaysChart figures={view.figures} />
            {!isImporting(view) && <ImportsCard known={view.imports} />}
          </BlockStack>
        </Screen>
      )}
    </ScreenOf>
  );
}

/** An import is worth watching while it runs or when it failed; afterwards it is only history. */
const isImporting = ({ imports }: HomeView): boolean => imports.some(({ state }) => state !== 'done');
