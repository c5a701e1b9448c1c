import { useParams } from 'react-router-dom';
import { useProgram } from '../../api/useProgram.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useText } from '../../session/shop.tsx';
import { ProgramEditorScreen } from './ProgramEditorScreen.tsx';

export function EditProgramPage() {
  const { id = '' } = useParams();
  const { program, programs, common } = useText();
  return (
    <ScreenOf title={common.program} back={{ content: programs.title, url: '/programs' }} query={useProgram(id)}>
      {(view) => (
        <ProgramEditorScreen
          id={view.id}
          title={program.editTitle(view.name === '' ? programs.nameless : view.name)}
          back={{ content: view.name, url: `/programs/${view.id}` }}
          draft={view.draft}
        />
      )}
    </ScreenOf>
  );
}
