import type { ReactNode } from 'react';
import { Text } from '../../kit/words.ts';
import type { ProgramEditor } from './useProgramEditor.ts';

/** The help of a field, with what deserves a second look under it; both are read out with the field. */
export function warned({ warningOf }: ProgramEditor, path: string, help?: string): ReactNode {
  const warning = warningOf(path);
  if (warning === '') return help;
  return (
    <>
      {help !== undefined && <>{help} </>}
      <Text as="span" tone="caution">
        {warning}
      </Text>
    </>
  );
}
