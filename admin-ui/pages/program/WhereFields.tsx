import { ChoiceList, FormLayout, TextField } from '../../kit/controls.ts';
import { Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import type { ProgramEditor } from './useProgramEditor.ts';

const CHANNELS = ['web', 'till'] as const;

/** Over which channels, and at which locations, the program holds (decision 0073). */
export function WhereFields({ editor }: { readonly editor: ProgramEditor }) {
  const { fields } = useText().program;
  const { values, set, faultOf, leave } = editor;
  const labels = { web: fields.channelWeb, till: fields.channelTill };
  const isWebOnly = values.channels.length > 0 && !values.channels.includes('till');
  return (
    <FormLayout>
      <ChoiceList
        title={fields.channels}
        allowMultiple
        choices={CHANNELS.map((value) => ({ value, label: labels[value] }))}
        selected={[...values.channels]}
        onChange={(chosen) =>
          set(
            'channels',
            CHANNELS.filter((channel) => chosen.includes(channel)),
          )
        }
        error={faultOf('channels')}
      />
      <Text as="p" tone="subdued">
        {fields.channelsHelp}
      </Text>
      {(!isWebOnly || values.locations.trim() !== '') && (
        <TextField
          label={fields.locations}
          helpText={fields.locationsHelp}
          value={values.locations}
          onChange={(numbers) => set('locations', numbers)}
          onBlur={() => leave('locations')}
          error={faultOf('locations')}
          autoComplete="off"
        />
      )}
    </FormLayout>
  );
}
