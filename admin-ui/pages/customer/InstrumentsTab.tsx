import type { CardView, CustomerView } from '../../../shared/contract/api.ts';
import { useLinkCard } from '../../api/useCardsApi.ts';
import { useCustomerCards } from '../../api/useCustomer.ts';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack, Box, Card } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { CardNumberField } from '../../parts/CardNumberField.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { useText } from '../../session/shop.tsx';
import { CardPanel } from '../cards/CardPanel.tsx';
import { NotesPart } from './NotesPart.tsx';

const isNow = ({ state }: CardView) => state === 'issued' || state === 'blocked';

/** Cards linked now and before, and a field to link another. */
export function InstrumentsTab({ view }: { readonly view: CustomerView }) {
  const { customer, common } = useText();
  const cards = useCustomerCards(view.id);
  const words = customer.instruments;
  return (
    <Box paddingBlockStart="400">
      <BlockStack gap="400">
        <LinkCard customerId={view.id} />
        <NotesPart customerId={view.id} />
        <Loaded query={cards} loading={<LoadingPart label={common.loading} />}>
          {(all) => (
            <>
              <CardsPart title={words.now} cards={all.filter(isNow)} nothing={words.noneNow} />
              <CardsPart title={words.before} cards={all.filter((card) => !isNow(card))} nothing={null} />
            </>
          )}
        </Loaded>
      </BlockStack>
    </Box>
  );
}

function LinkCard({ customerId }: { readonly customerId: string }) {
  const { instruments } = useText().customer;
  const link = useLinkCard();
  const say = useToast();
  const send = (number: string, clear: () => void) => {
    const done = (card: CardView) => {
      say(instruments.linked(card.number));
      clear();
    };
    link.mutate({ number, customerId }, { onSuccess: done });
  };
  return (
    <Card>
      <CardNumberField
        label={instruments.number}
        help={instruments.linkHelp}
        action={instruments.link}
        isBusy={link.isPending}
        refused={link.error}
        onNumber={send}
      />
    </Card>
  );
}

type PartProps = { readonly title: string; readonly cards: readonly CardView[]; readonly nothing: string | null };

function CardsPart({ title, cards, nothing }: PartProps) {
  if (cards.length === 0 && nothing === null) return null;
  return (
    <BlockStack gap="300">
      <div className="kit-loose">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {cards.length === 0 && (
          <Text as="p" tone="subdued">
            {nothing}
          </Text>
        )}
      </div>
      {cards.map((card) => (
        <CardPanel key={card.number} card={card} isOnCustomer />
      ))}
    </BlockStack>
  );
}
