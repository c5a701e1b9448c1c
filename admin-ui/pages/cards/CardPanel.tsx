import { useState } from 'react';
import type { CardView } from '../../../shared/contract/api.ts';
import { Button, ButtonGroup } from '../../kit/controls.ts';
import { type Fact, Facts } from '../../kit/Facts.tsx';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Link, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { BlockDialog } from './BlockDialog.tsx';
import { CardHistory } from './CardHistory.tsx';
import { CardStateBadge } from './CardStateBadge.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { UnblockButton } from './UnblockButton.tsx';

type Props = {
  readonly card: CardView;
  /** On the customer's own page the holder needs no naming; on the card's own page its number does not. */
  readonly isOnCustomer?: boolean;
};
type Asked = 'link' | 'replace' | 'block' | null;

/** One card: what it is, what happened to it, and what can be done with it in its state. */
export function CardPanel({ card, isOnCustomer = false }: Props) {
  const { cards } = useText();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <InlineStack gap="200" blockAlign="center">
            {isOnCustomer && (
              <Text as="h3" variant="headingMd">
                <span className="kit-digits">{card.number}</span>
              </Text>
            )}
            <CardStateBadge state={card.state} />
          </InlineStack>
          <ButtonGroup>
            {card.state === 'emitted' && <Button onClick={() => setAsked('link')}>{cards.link.action}</Button>}
            {(card.state === 'issued' || card.state === 'blocked') && (
              <Button onClick={() => setAsked('replace')}>{cards.replace.action}</Button>
            )}
            {(card.state === 'issued' || card.state === 'emitted') && (
              <Button tone="critical" onClick={() => setAsked('block')}>
                {cards.block.action}
              </Button>
            )}
            {card.state === 'blocked' && <UnblockButton card={card} />}
          </ButtonGroup>
        </InlineStack>
        <CardFacts card={card} isOnCustomer={isOnCustomer} />
        <CardHistory history={card.history} />
      </BlockStack>
      {asked === 'link' && <LinkDialog card={card} onClose={close} />}
      {asked === 'replace' && <ReplaceDialog card={card} onClose={close} />}
      {asked === 'block' && <BlockDialog card={card} onClose={close} />}
    </Card>
  );
}

function CardFacts({ card, isOnCustomer }: Required<Props>) {
  const { cards, customers } = useText();
  const words = cards.card;
  const holder =
    card.customerId === null ? (
      words.nobody
    ) : (
      <Link url={`/customers/${card.customerId}`}>{card.customerName ?? customers.nameless}</Link>
    );
  const when = (title: string, value: Fact['value'] | null): readonly Fact[] =>
    value === null ? [] : [{ title, value }];
  return (
    <Facts
      facts={[
        ...when(words.holder, isOnCustomer ? null : holder),
        { title: words.program, value: <Link url={`/programs/${card.programId}`}>{card.programName}</Link> },
        { title: words.series, value: <Link url={`/cards/series/${card.seriesId}`}>{card.seriesName}</Link> },
        ...when(words.issued, card.issuedAt === null ? null : <DateTime at={card.issuedAt} />),
        ...when(words.expires, card.expiresAt === null ? null : <DateTime at={card.expiresAt - 1} />),
        ...when(
          words.replacedBy,
          card.replacedBy === null ? null : <Link url={`/cards/${card.replacedBy}`}>{card.replacedBy}</Link>,
        ),
      ]}
    />
  );
}
