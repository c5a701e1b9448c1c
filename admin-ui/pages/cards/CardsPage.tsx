import { useState } from 'react';
import { Button } from '../../kit/controls.ts';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { useText } from '../../session/shop.tsx';
import { EmitDialog } from './EmitDialog.tsx';
import { LookUpCard } from './LookUpCard.tsx';
import { SeriesList } from './SeriesList.tsx';

/** Looking one card up comes first: it is what people come here for, often with a scanner in hand. */
export function CardsPage() {
  const { cards } = useText();
  const [isEmitting, setIsEmitting] = useState(false);
  const emit = () => setIsEmitting(true);
  return (
    <Screen
      title={cards.title}
      takesFocus={false}
      primaryAction={
        <Button variant="primary" onClick={emit}>
          {cards.series.add}
        </Button>
      }
    >
      <BlockStack gap="400">
        <LookUpCard />
        <SeriesList onEmit={emit} />
      </BlockStack>
      {isEmitting && <EmitDialog onClose={() => setIsEmitting(false)} />}
    </Screen>
  );
}
