import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { Button, ChoiceList, FormLayout, InlineError, TextField } from '../../kit/controls.ts';
import { DeleteIcon } from '../../kit/icons.ts';
import { BlockStack, Divider, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { EMPTY_LEVEL } from './starting-drafts.ts';
import type { ProgramEditor } from './useProgramEditor.ts';
import { warned } from './warned.tsx';

type Level = ProgramDraft['levels'][number];

export function LevelsFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf } = editor;
  const all = faultOf('levels');
  return (
    <BlockStack gap="400">
      {values.levels.map((level, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
        <LevelFields key={index} editor={editor} level={level} index={index} />
      ))}
      {all !== '' && <InlineError message={all} fieldID="levels" />}
      <InlineStack>
        <Button onClick={() => set('levels', [...values.levels, EMPTY_LEVEL])}>{fields.addLevel}</Button>
      </InlineStack>
      <ChoiceList
        title={fields.reachedBy}
        choices={[
          { value: 'any', label: fields.reachedByAny },
          { value: 'all', label: fields.reachedByAll },
        ]}
        selected={[values.reachedBy]}
        onChange={([chosen]) => set('reachedBy', chosen === 'all' ? 'all' : 'any')}
        error={faultOf('reachedBy')}
      />
    </BlockStack>
  );
}

type LevelProps = { readonly editor: ProgramEditor; readonly level: Level; readonly index: number };

function LevelFields({ editor, level, index }: LevelProps) {
  const { fields } = useText().program;
  const { currency } = useShopView();
  const { values, set, faultOf, leave } = editor;
  const field = (name: keyof Level) => ({
    label: fields[name === 'name' ? 'levelName' : name],
    value: level[name],
    onChange: (value: string) =>
      set(
        'levels',
        values.levels.map((each, at) => (at === index ? { ...each, [name]: value } : each)),
      ),
    onBlur: () => leave(`levels.${index}.${name}`),
    error: faultOf(`levels.${index}.${name}`),
    autoComplete: 'off',
  });
  const whole = faultOf(`levels.${index}`);
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {fields.level(index + 1)}
        </Text>
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={fields.removeLevel(index + 1)}
          disabled={values.levels.length === 1}
          onClick={() =>
            set(
              'levels',
              values.levels.filter((_, at) => at !== index),
            )
          }
        />
      </InlineStack>
      <FormLayout>
        <FormLayout.Group condensed>
          <TextField {...field('name')} maxLength={60} />
          <TextField
            {...field('percent')}
            suffix={fields.percentSuffix}
            inputMode="decimal"
            helpText={warned(editor, `levels.${index}.percent`)}
          />
        </FormLayout.Group>
        <FormLayout.Group condensed>
          <TextField {...field('fromSpent')} suffix={currency} inputMode="decimal" helpText={fields.leaveEmpty} />
          <TextField
            {...field('fromPurchases')}
            inputMode="numeric"
            helpText={warned(editor, `levels.${index}.fromPurchases`, fields.leaveEmpty)}
          />
        </FormLayout.Group>
      </FormLayout>
      {whole !== '' && <InlineError message={whole} fieldID={`level-${index}`} />}
      <Divider />
    </BlockStack>
  );
}
