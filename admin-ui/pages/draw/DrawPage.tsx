import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { DrawView } from '../../../shared/contract/draw.ts';
import { drawWords } from '../../../shared/text/draw-words.ts';
import { useDraw } from '../../api/useDraws.ts';
import { Button } from '../../kit/controls.ts';
import { Facts } from '../../kit/Facts.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Banner, List, Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { DrawBadge } from '../draws/DrawBadge.tsx';
import { CancelDialog, DrawDialog } from './DrawDialogs.tsx';
import { ProofCard } from './ProofCard.tsx';
import { TrailCard } from './TrailCard.tsx';
import { WinnersCard } from './WinnersCard.tsx';

export function DrawPage() {
  const { id = '' } = useParams();
  const { draws } = useText();
  return (
    <ScreenOf title={draws.title} back={{ content: draws.title, url: '/draws' }} query={useDraw(id)}>
      {(view) => <DrawScreen view={view} />}
    </ScreenOf>
  );
}

function DrawScreen({ view }: { readonly view: DrawView }) {
  const { draws } = useText();
  const words = draws.draw;
  const [asked, setAsked] = useState<'draw' | 'cancel' | null>(null);
  const close = () => setAsked(null);
  const canDraw = view.state === 'closed' && (view.lots ?? 0) > 0;
  const draw = (
    <Button variant="primary" onClick={() => setAsked('draw')}>
      {words.draw}
    </Button>
  );
  const isEnded = view.state === 'drawn' || view.state === 'cancelled';
  const cancel = { content: words.cancel, destructive: true, onAction: () => setAsked('cancel') };
  return (
    <Screen
      title={view.name}
      titleMetadata={<DrawBadge state={view.state} />}
      back={{ content: draws.title, url: '/draws' }}
      primaryAction={canDraw ? draw : undefined}
      secondaryActions={isEnded ? [] : [cancel]}
    >
      <BlockStack gap="400">
        {view.state === 'open' && <Banner tone="info">{words.openHelp}</Banner>}
        {view.state === 'closed' && view.lots === 0 && <Banner tone="warning">{words.noLots}</Banner>}
        {view.winners.length > 0 && <WinnersCard view={view} />}
        <TermsCard view={view} />
        <ProofCard view={view} />
        <TrailCard trail={view.trail} />
      </BlockStack>
      {asked === 'draw' && <DrawDialog id={view.id} onClose={close} />}
      {asked === 'cancel' && <CancelDialog id={view.id} onClose={close} />}
    </Screen>
  );
}

/** What was promised, in the words that everybody reads on the public page. */
function TermsCard({ view }: { readonly view: DrawView }) {
  const text = useText();
  const format = useFormat();
  const words = text.draws.draw;
  const isIn = view.lots === null ? [] : [{ title: text.draws.columns.lots, value: <InIt view={view} /> }];
  return (
    <Card>
      <BlockStack gap="400">
        <Facts facts={[{ title: words.closes, value: <DateTime at={view.closesAt} withTime /> }, ...isIn]} />
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.prizes}
          </Text>
          <List>
            {view.terms.prizes.map(({ name, count }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place
              <List.Item key={i}>{text.draws.prize(count, name)}</List.Item>
            ))}
          </List>
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.rule}
          </Text>
          {drawWords(view, { text, format }).map((sentence) => (
            <Text key={sentence} as="p">
              {sentence}
            </Text>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function InIt({ view }: { readonly view: DrawView }) {
  const { draws } = useText();
  return <>{draws.draw.inIt(draws.lots(view.lots ?? 0), view.holders ?? 0)}</>;
}
