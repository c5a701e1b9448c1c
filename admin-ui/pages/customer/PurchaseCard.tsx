import { useId, useState } from 'react';
import type { PurchaseView } from '../../../shared/contract/api.ts';
import { Button } from '../../kit/controls.ts';
import { DataList } from '../../kit/DataList.tsx';
import { Figures } from '../../kit/Facts.tsx';
import { BlockStack, Box, InlineStack } from '../../kit/structure.ts';
import { DateTime, Money, None } from '../../kit/Values.tsx';
import { Badge, Banner, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { WhyButton } from './WhyButton.tsx';

type Props = { readonly customerId: string; readonly purchase: PurchaseView };

/** One order: what, when, where, at what discount; its lines on asking. */
export function PurchaseCard({ customerId, purchase }: Props) {
  const { sales } = useText().customer;
  const [isOpen, setIsOpen] = useState(false);
  const linesId = useId();
  return (
    <>
      <Box padding="400">
        <BlockStack gap="300">
          <PurchaseHead purchase={purchase} />
          {purchase.conflicting && <Banner tone="warning">{sales.conflicting}</Banner>}
          {purchase.contested && <Banner tone="warning">{sales.contested}</Banner>}
          <HandedOnNote purchase={purchase} />
          <Figures
            isSmall
            facts={[
              { title: sales.amount, value: <Money minor={purchase.amountMinor} /> },
              { title: sales.net, value: <Money minor={purchase.netMinor} /> },
              {
                title: sales.discount,
                value: purchase.discountMinor === 0 ? <None /> : <Money minor={purchase.discountMinor} />,
              },
            ]}
          />
          <InlineStack gap="400">
            <Button
              variant="plain"
              disclosure={isOpen ? 'up' : 'down'}
              ariaExpanded={isOpen}
              ariaControls={linesId}
              onClick={() => setIsOpen((open) => !open)}
            >
              {isOpen ? sales.hideLines : sales.showLines}
            </Button>
            {purchase.state !== 'deleted' && <WhyButton customerId={customerId} order={purchase} />}
          </InlineStack>
        </BlockStack>
      </Box>
      <div id={linesId}>{isOpen && <PurchaseLines purchase={purchase} />}</div>
    </>
  );
}

/** A welcome that was wrongly taken is told; a right one is a badge in the head. */
function HandedOnNote({ purchase: { handedOn } }: { readonly purchase: PurchaseView }) {
  const { wrong } = useText().customer.referral;
  const became = handedOn?.became;
  if (became !== 'own_card' && became !== 'no_new_customer') return null;
  return <Banner tone="warning">{wrong[became]}</Banner>;
}

function PurchaseHead({ purchase }: { readonly purchase: PurchaseView }) {
  const { sales, referral } = useText().customer;
  return (
    <InlineStack gap="200" blockAlign="center" align="space-between">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {purchase.name}
        </Text>
        {purchase.state !== 'paid' && <Badge tone="attention">{sales.states[purchase.state]}</Badge>}
        {!purchase.counts && <Badge>{sales.notCounted}</Badge>}
        <Badge>{sales.channels[purchase.channel]}</Badge>
        {purchase.cardNumber !== null && <Badge tone="info">{sales.byCard(purchase.cardNumber)}</Badge>}
        {purchase.handedOn !== null && <Badge tone="info">{referral.by(purchase.handedOn.cardNumber)}</Badge>}
      </InlineStack>
      <Text as="span" tone="subdued">
        <DateTime at={purchase.processedAt} withTime />
      </Text>
    </InlineStack>
  );
}

function PurchaseLines({ purchase }: { readonly purchase: PurchaseView }) {
  const { sales } = useText().customer;
  return (
    <DataList
      label={sales.lines(purchase.name)}
      rows={purchase.lines}
      keyOf={({ lineId }) => lineId}
      columns={[
        { id: 'title', title: sales.line, cell: ({ title }) => title },
        { id: 'quantity', title: sales.quantity, cell: ({ items, quantity }) => sales.kept(items, quantity) },
        { id: 'amount', title: sales.amount, cell: (line) => <Money minor={line.amountMinor} />, isNumber: true },
        { id: 'net', title: sales.net, cell: (line) => <Money minor={line.netMinor} />, isNumber: true },
        { id: 'discount', title: sales.discount, cell: (line) => <Money minor={line.discountMinor} />, isNumber: true },
      ]}
    />
  );
}
