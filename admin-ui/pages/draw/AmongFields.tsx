import type { DrawDraft } from '../../../shared/domain/draw/draft.ts';
import { useProgram } from '../../api/useProgram.ts';
import { usePrograms } from '../../api/usePrograms.ts';
import { ChoiceList, Select } from '../../kit/controls.ts';
import { Banner } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import { FormPart } from './FormPart.tsx';
import type { DrawForm } from './useDrawForm.ts';

type Props = { readonly form: DrawForm };
type Among = DrawDraft['among'];

const NOTHING = { value: '', label: '' };
const isAmong = (value: string | undefined): value is Among =>
  value === 'card' || value === 'program' || value === 'level';

/** Whom the draw is among. */
export function AmongFields({ form }: Props) {
  const words = useText().draws.form;
  const { among } = form.values;
  const choices = Object.entries(words.amongs).map(([value, label]) => ({ value, label }));
  return (
    <FormPart title={words.whoTitle}>
      <ChoiceList
        title={words.among}
        titleHidden
        choices={choices}
        selected={[among]}
        onChange={([chosen]) => isAmong(chosen) && form.set('among', chosen)}
      />
      {among !== 'card' && <ProgramField form={form} />}
      {among === 'level' && form.values.programId !== '' && <LevelField form={form} />}
    </FormPart>
  );
}

function ProgramField({ form }: Props) {
  const words = useText().draws.form;
  const programs = usePrograms();
  const published = (programs.data ?? []).filter(({ state }) => state === 'published');
  if (programs.isSuccess && published.length === 0) return <Banner tone="warning">{words.noProgram}</Banner>;
  return (
    <Select
      label={words.program}
      options={[NOTHING, ...published.map(({ id, name }) => ({ value: id, label: name }))]}
      value={form.values.programId}
      onChange={(id) => {
        form.set('programId', id);
        form.set('level', '');
      }}
      onBlur={() => form.leave('programId')}
      error={form.faultOf('programId')}
    />
  );
}

function LevelField({ form }: Props) {
  const { draws, program } = useText();
  const { data } = useProgram(form.values.programId);
  const newest = data?.versions.toSorted((a, b) => b.version - a.version)[0];
  const levels = newest?.mechanic.kind === 'levels' ? newest.mechanic.levels : [];
  const options = levels.map(({ name }, i) => ({ value: String(i), label: name || program.words.unnamedLevel(i + 1) }));
  return (
    <Select
      label={draws.form.level}
      options={[NOTHING, ...options]}
      value={form.values.level}
      onChange={(level) => form.set('level', level)}
      onBlur={() => form.leave('level')}
      error={form.faultOf('level')}
    />
  );
}
