import type { ReactNode } from 'react';
import type { ProgramView } from '../../../shared/contract/program.ts';
import { BlockStack, Card, Divider, InlineStack } from '../../kit/structure.ts';
import { Badge, List, Text } from '../../kit/words.ts';
import { useFormat, useShopView, useText } from '../../session/shop.tsx';
import {
  addedWords,
  capWords,
  keepingWords,
  mechanicWords,
  membershipWords,
  referralWords,
  type Speaker,
  scopeWords,
  whereWords,
  windowWords,
} from './version-words.ts';

type Version = ProgramView['versions'][number];

/** Every version with what it promised, newest first; a published version never changes. */
export function VersionsCard({ view }: { readonly view: ProgramView }) {
  const { versions: words } = useText().program;
  const { now } = useShopView();
  const newestFirst = view.versions.toSorted((a, b) => b.version - a.version);
  const current = newestFirst.find(({ effectiveAt }) => effectiveAt <= now);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {newestFirst.length === 0 && (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        )}
        {newestFirst.map((version, index) => (
          <BlockStack key={version.version} gap="400">
            {index > 0 && <Divider />}
            <VersionPart version={version}>
              {version.effectiveAt > now && <Badge tone="attention">{words.upcoming}</Badge>}
              {version === current && view.state !== 'ended' && <Badge tone="success">{words.current}</Badge>}
            </VersionPart>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

const givenWords = (
  { mechanic, caps, scope, where, notes, addedUpToBp }: Version,
  speaker: Speaker,
): readonly string[] => [
  ...mechanicWords(mechanic, speaker),
  ...addedWords(addedUpToBp, speaker),
  ...capWords(caps, speaker),
  ...scopeWords(scope, speaker),
  ...whereWords(where, speaker),
  ...(notes === undefined ? [] : [speaker.text.program.words.notesKept(notes.label)]),
];

function VersionPart({ version, children }: { readonly version: Version; readonly children: ReactNode }) {
  const text = useText();
  const format = useFormat();
  const speaker = { text, format };
  const words = text.program.versions;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {words.version(version.version)}
        </Text>
        {children}
        <Text as="span" tone="subdued">
          {words.from(format.dateTime(version.effectiveAt))}
        </Text>
      </InlineStack>
      <List>
        <List.Item>{membershipWords(version.membership, speaker)}</List.Item>
        {givenWords(version, speaker).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
        {version.endsAt !== null && <List.Item>{words.until(format.dateTime(version.endsAt))}</List.Item>}
        {version.mechanic.kind !== 'fixed' && <List.Item>{windowWords(version.window, speaker)}</List.Item>}
        {version.referral !== undefined && <List.Item>{referralWords(version.referral, speaker)}</List.Item>}
        {version.keeps !== undefined && <List.Item>{keepingWords(version.keeps, speaker)}</List.Item>}
      </List>
    </BlockStack>
  );
}
