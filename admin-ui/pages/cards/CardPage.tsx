import { useParams } from 'react-router-dom';
import { useCard } from '../../api/useCards.ts';
import { Screen } from '../../kit/Screen.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useText } from '../../session/shop.tsx';
import { CardPanel } from './CardPanel.tsx';

export function CardPage() {
  const { number = '' } = useParams();
  const { cards } = useText();
  const back = { content: cards.title, url: '/cards' };
  return (
    <ScreenOf title={cards.card.title(number)} back={back} query={useCard(number)}>
      {(card) => (
        <Screen title={cards.card.title(card.number)} back={back}>
          <CardPanel card={card} />
        </Screen>
      )}
    </ScreenOf>
  );
}
