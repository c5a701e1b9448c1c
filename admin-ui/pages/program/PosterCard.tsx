import { useState } from 'react';
import {
  POSTER_LANGUAGES,
  type PosterLanguage,
  type PosterOf,
  posterLines,
} from '../../../shared/text/poster/poster.ts';
import { Button, Select } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** The rule in plain words for the shop's customers, in a language they read: to be put on a poster or a page. */
export function PosterCard({ of }: { readonly of: PosterOf }) {
  const { poster } = useText().program;
  const [language, setLanguage] = useState<PosterLanguage>(() => languageOf(navigator.language));
  const lines = posterLines(of, language);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {poster.title}
          </Text>
          <Text as="p" tone="subdued">
            {poster.help}
          </Text>
        </BlockStack>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label={poster.language}
            options={POSTER_LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
            value={language}
            onChange={(code) => setLanguage(languageOf(code))}
          />
          <CopyButton text={lines.join('\n')} />
        </InlineStack>
        <div lang={language}>
          <BlockStack gap="200">
            {lines.map((line) => (
              <Text as="p" key={line}>
                {line}
              </Text>
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Card>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const { poster } = useText().program;
  const say = useToast();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(poster.copied),
      () => say(poster.notCopied, true),
    );
  return <Button onClick={copy}>{poster.copy}</Button>;
}

/** The poster's language for a tag such as `de-AT`; English where it does not speak it. */
function languageOf(tag: string): PosterLanguage {
  return POSTER_LANGUAGES.find(({ code }) => code === tag.split('-')[0])?.code ?? 'en';
}
