import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { Button, FormLayout, InlineError, Select, TextField } from '../../kit/controls.ts';
import { DeleteIcon } from '../../kit/icons.ts';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { ProductPicker } from '../../parts/ProductPicker.tsx';
import { useText } from '../../session/shop.tsx';
import { EMPTY_REWARD } from './starting-drafts.ts';
import type { ProgramEditor } from './useProgramEditor.ts';
import { warned } from './warned.tsx';

type Reward = ProgramDraft['markRewards'][number];

const GIVES: readonly Reward['gives'][] = ['percent', 'gift', 'choice'];

/** The rewards of a card of marks, from the fewest marks up. */
export function MarkRewardsFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf } = editor;
  const all = faultOf('markRewards');
  return (
    <BlockStack gap="400">
      {values.markRewards.map((reward, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reward is known by its place
        <RewardFields key={index} editor={editor} reward={reward} index={index} />
      ))}
      {all !== '' && <InlineError message={all} fieldID="markRewards" />}
      <InlineStack>
        <Button onClick={() => set('markRewards', [...values.markRewards, EMPTY_REWARD])}>{fields.addReward}</Button>
      </InlineStack>
    </BlockStack>
  );
}

type Props = { readonly editor: ProgramEditor; readonly reward: Reward; readonly index: number };

function RewardFields({ editor, reward, index }: Props) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const path = (name: keyof Reward) => `markRewards.${index}.${name}`;
  const change = (changed: Partial<Reward>) =>
    set(
      'markRewards',
      values.markRewards.map((each, at) => (at === index ? { ...each, ...changed } : each)),
    );
  const labels = { percent: fields.markGivesPercent, gift: fields.markGivesGift, choice: fields.markGivesChoice };
  return (
    <BlockStack gap="200">
      <RewardHead editor={editor} index={index} />
      <FormLayout>
        <TextField
          label={fields.markFrom}
          inputMode="numeric"
          value={reward.marks}
          onChange={(marks) => change({ marks })}
          onBlur={() => leave(path('marks'))}
          error={faultOf(path('marks'))}
          autoComplete="off"
        />
        <Select
          label={fields.markGives}
          options={GIVES.map((value) => ({ value, label: labels[value] }))}
          value={reward.gives}
          onChange={(chosen) => change({ gives: GIVES.find((each) => each === chosen) ?? 'percent' })}
        />
        {reward.gives !== 'gift' && (
          <TextField
            label={fields.markPercent}
            suffix={fields.percentSuffix}
            inputMode="decimal"
            value={reward.percent}
            onChange={(percent) => change({ percent })}
            onBlur={() => leave(path('percent'))}
            error={faultOf(path('percent'))}
            helpText={warned(editor, path('percent'))}
            autoComplete="off"
          />
        )}
        {reward.gives !== 'percent' && (
          <ProductPicker
            label={fields.markGift}
            value={reward.gift === '' ? [] : [reward.gift]}
            onChange={([gift = '']) => change({ gift })}
            onLeave={() => leave(path('gift'))}
            max={1}
            error={faultOf(path('gift'))}
          />
        )}
      </FormLayout>
    </BlockStack>
  );
}

function RewardHead({ editor: { values, set }, index }: Omit<Props, 'reward'>) {
  const { fields } = useText().program;
  return (
    <InlineStack align="space-between" blockAlign="center">
      <Text as="h3" variant="headingSm">
        {fields.markReward(index + 1)}
      </Text>
      <Button
        icon={DeleteIcon}
        variant="tertiary"
        accessibilityLabel={fields.removeReward(index + 1)}
        disabled={values.markRewards.length === 1}
        onClick={() =>
          set(
            'markRewards',
            values.markRewards.filter((_, at) => at !== index),
          )
        }
      />
    </InlineStack>
  );
}
