import { BlockStack } from '../../kit/structure.ts';
import { ScopeFields } from './ScopeFields.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';
import { WhereFields } from './WhereFields.tsx';

/** What the program is about: which goods, and where they are bought. */
export function ScopeAndPlaces({ editor }: { readonly editor: ProgramEditor }) {
  return (
    <BlockStack gap="400">
      <ScopeFields editor={editor} />
      <WhereFields editor={editor} />
    </BlockStack>
  );
}
