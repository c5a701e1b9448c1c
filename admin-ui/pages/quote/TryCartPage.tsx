import { useParams } from 'react-router-dom';
import type { CustomerView } from '../../../shared/contract/api.ts';
import { useCustomer } from '../../api/useCustomer.ts';
import { Button } from '../../kit/controls.ts';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useText } from '../../session/shop.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { QuoteWhyCard } from './QuoteWhyCard.tsx';
import { TriedLineFields } from './TriedLineFields.tsx';
import { type TriedCart, useTriedCart } from './useTriedCart.ts';
import { WhenFields } from './WhenFields.tsx';

/** A cart that is only tried: what this customer would get on each line, and why. */
export function TryCartPage() {
  const { id = '' } = useParams();
  const { quoteWhy: words, common } = useText();
  const back = { content: common.customer, url: `/customers/${id}` };
  return (
    <ScreenOf title={words.title} back={back} query={useCustomer(id)}>
      {(view) => <TryCartScreen view={view} />}
    </ScreenOf>
  );
}

function TryCartScreen({ view }: { readonly view: CustomerView }) {
  const { quoteWhy: words, customers, common } = useText();
  const cart = useTriedCart(view.id);
  const name = view.name === '' ? customers.nameless : view.name;
  return (
    <Screen title={words.title} subtitle={name} back={{ content: name, url: `/customers/${view.id}` }}>
      <BlockStack gap="400">
        <CartForm cart={cart} />
        {cart.asked === null ? (
          <Text as="p" tone="subdued">
            {words.empty}
          </Text>
        ) : (
          <div aria-live="polite">
            <Loaded query={cart.query} loading={<LoadingPart label={common.loading} />}>
              {(why) => <QuoteWhyCard why={why} isStale={cart.query.isFetching} />}
            </Loaded>
          </div>
        )}
      </BlockStack>
    </Screen>
  );
}

function CartForm({ cart }: { readonly cart: TriedCart }) {
  const { quoteWhy: words } = useText();
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    cart.ask();
  };
  return (
    <Card>
      <form onSubmit={send} noValidate>
        <BlockStack gap="400">
          <Text as="p">{words.help}</Text>
          {cart.values.lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
            <TriedLineFields key={index} cart={cart} index={index} />
          ))}
          <InlineStack>
            <Button onClick={cart.addLine}>{words.add}</Button>
          </InlineStack>
          <PlaceFields cart={cart} />
          <WhenFields cart={cart} />
          <InlineStack align="end">
            <Button submit variant="primary" loading={cart.query.isFetching}>
              {words.ask}
            </Button>
          </InlineStack>
        </BlockStack>
      </form>
    </Card>
  );
}
