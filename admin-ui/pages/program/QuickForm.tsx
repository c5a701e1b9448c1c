import { Button, ButtonGroup } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { MechanicFields } from './MechanicFields.tsx';
import { NameFields } from './NameFields.tsx';
import { ScopeAndPlaces } from './ScopeAndPlaces.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';
import { WindowFields } from './WindowFields.tsx';

type Props = { readonly editor: ProgramEditor; readonly onKeep: () => void; readonly onPublish: () => void };

export function QuickForm({ editor, onKeep, onPublish }: Props) {
  const { program } = useText();
  const parts = [
    { title: program.steps.name, fields: <NameFields editor={editor} /> },
    { title: program.steps.mechanic, fields: <MechanicFields editor={editor} /> },
    { title: program.steps.scope, fields: <ScopeAndPlaces editor={editor} /> },
    { title: program.steps.window, fields: <WindowFields editor={editor} /> },
  ];
  return (
    <BlockStack gap="400">
      {parts.map(({ title, fields }) => (
        <Card key={title}>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {fields}
          </BlockStack>
        </Card>
      ))}
      <div className="kit-loose">
        <InlineStack align="end">
          <ButtonGroup>
            <Button loading={editor.isSaving} onClick={onKeep}>
              {program.saveDraft}
            </Button>
            <Button variant="primary" disabled={editor.isChecking} onClick={onPublish}>
              {program.publish.action}
            </Button>
          </ButtonGroup>
        </InlineStack>
      </div>
    </BlockStack>
  );
}
