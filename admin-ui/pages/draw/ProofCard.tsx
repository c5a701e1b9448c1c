import type { ReactNode } from 'react';
import type { DrawView } from '../../../shared/contract/draw.ts';
import { Facts } from '../../kit/Facts.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Link, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** What makes the draw one that anybody can check. */
export function ProofCard({ view }: { readonly view: DrawView }) {
  const words = useText().draws.draw;
  const facts = [
    { title: words.publicPage, value: <PublicLink url={view.publicUrl} /> },
    { title: words.commitment, value: <Digits>{view.commitment}</Digits> },
    ...(view.listHash === null ? [] : [{ title: words.listHash, value: <Digits>{view.listHash}</Digits> }]),
    { title: words.seed, value: view.seed === null ? words.sealed : <Digits>{view.seed}</Digits> },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.proof}
        </Text>
        <Text as="p" tone="subdued">
          {words.proofHelp}
        </Text>
        <Facts facts={facts} />
      </BlockStack>
    </Card>
  );
}

const Digits = ({ children }: { readonly children: ReactNode }) => <code className="kit-digits">{children}</code>;

function PublicLink({ url }: { readonly url: string }) {
  const words = useText().draws.draw;
  return (
    <Link url={url} external>
      {words.copy}
    </Link>
  );
}
