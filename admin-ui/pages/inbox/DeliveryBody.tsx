import { useMemo } from 'react';
import type { InboxView } from '../../../shared/contract/inbox.ts';
import { Button } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { prettyJson } from './pretty-json.ts';

/** A body may have 10 MB; a page of this many characters stays quick. The rest is in the download. */
const SHOWN_MAX = 200_000;

export function DeliveryBody({ view }: { readonly view: InboxView }) {
  const { item } = useText().inbox;
  const { count } = useFormat();
  const { body } = view;
  const pretty = useMemo(() => (body === null ? '' : prettyJson(body, SHOWN_MAX)), [body]);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {item.body}
          </Text>
          {body !== null && <Button onClick={() => download(body, `${view.webhookId}.json`)}>{item.download}</Button>}
        </InlineStack>
        {body === null && <Text as="p">{item.bodyForgotten}</Text>}
        {body !== null && body.length > SHOWN_MAX && (
          <Text as="p" tone="subdued">
            {item.bodyCut(count(SHOWN_MAX), count(body.length))}
          </Text>
        )}
        {body !== null && (
          <section className="kit-code" aria-label={item.body}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
            <pre tabIndex={0}>{pretty}</pre>
          </section>
        )}
      </BlockStack>
    </Card>
  );
}

/** Byte for byte what is kept, not what was laid out for reading. */
function download(body: string, name: string): void {
  const address = URL.createObjectURL(new Blob([body], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[^\w.-]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
