import { useState } from 'react';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { Button } from '../../kit/controls.ts';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Card, InlineGrid, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { ProgramEditorScreen } from './ProgramEditorScreen.tsx';
import {
  cardOfTenDraft,
  everyVisitDraft,
  fixedDraft,
  nthItemDraft,
  prizeDraft,
  wholesaleDraft,
  yearlyDraft,
} from './starting-drafts.ts';

/** First a recipe to start from, then the same editor as for every program. */
export function NewProgramPage() {
  const { program, programs } = useText();
  const [draft, setDraft] = useState<ProgramDraft | null>(null);
  const back = { content: programs.title, url: '/programs' };
  if (draft !== null) return <ProgramEditorScreen id={null} title={program.newTitle} back={back} draft={draft} />;
  const { start } = program;
  return (
    <Screen title={program.newTitle} back={back}>
      <BlockStack gap="400">
        <div className="kit-loose">
          <Text as="h2" variant="headingMd">
            {start.title}
          </Text>
        </div>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <Recipe title={start.wholesale} help={start.wholesaleHelp} onChoose={() => setDraft(wholesaleDraft)} />
          <Recipe title={start.yearly} help={start.yearlyHelp} onChoose={() => setDraft(yearlyDraft)} />
          <Recipe title={start.visits} help={start.visitsHelp} onChoose={() => setDraft(everyVisitDraft)} />
          <Recipe title={start.nthItem} help={start.nthItemHelp} onChoose={() => setDraft(nthItemDraft)} />
          <Recipe title={start.marks} help={start.marksHelp} onChoose={() => setDraft(cardOfTenDraft)} />
          <Recipe title={start.prize} help={start.prizeHelp} onChoose={() => setDraft(prizeDraft)} />
          <Recipe title={start.fixed} help={start.fixedHelp} onChoose={() => setDraft(fixedDraft)} />
        </InlineGrid>
      </BlockStack>
    </Screen>
  );
}

type RecipeProps = { readonly title: string; readonly help: string; readonly onChoose: () => void };

function Recipe({ title, help, onChoose }: RecipeProps) {
  const { program } = useText();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{help}</Text>
        <InlineStack>
          <Button variant="primary" accessibilityLabel={`${program.start.action}: ${title}`} onClick={onChoose}>
            {program.start.action}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
