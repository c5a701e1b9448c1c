import type { ReactNode } from 'react';
import type { SettingsForm } from '../../../shared/contract/api.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { LANGUAGES } from '../../../shared/text/text.ts';
import { Checkbox, Select, TextField } from '../../kit/controls.ts';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useFaultAt } from '../../parts/faults.ts';
import type { Values } from '../../parts/useValues.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly form: Values<SettingsForm>; readonly faults: readonly Fault[] };

export function SettingsFields({ form, faults }: Props) {
  const { settings } = useText();
  const faultAt = useFaultAt();
  const { margin, message, owed } = settings;
  const { values, set } = form;
  return (
    <BlockStack gap="400">
      <Part title={margin.title} help={margin.help}>
        <Checkbox label={margin.on} checked={values.floorOn} onChange={(on) => set('floorOn', on)} />
        <TextField
          label={margin.percent}
          suffix="%"
          inputMode="decimal"
          value={values.marginPercent}
          onChange={(percent) => set('marginPercent', percent)}
          error={faultAt(faults, 'marginPercent')}
          disabled={!values.floorOn}
          autoComplete="off"
        />
      </Part>
      <Part title={message.title}>
        <TextField
          label={message.label}
          helpText={message.help}
          value={values.discountMessage}
          onChange={(text) => set('discountMessage', text)}
          error={faultAt(faults, 'discountMessage')}
          maxLength={100}
          autoComplete="off"
        />
        <Select
          label={message.language}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          value={values.language}
          onChange={(language) => set('language', language)}
          error={faultAt(faults, 'language')}
        />
      </Part>
      <Part title={owed.title}>
        <Checkbox
          label={owed.label}
          helpText={owed.help}
          checked={values.owedCounts}
          onChange={(counts) => set('owedCounts', counts)}
        />
      </Part>
    </BlockStack>
  );
}

type PartProps = { readonly title: string; readonly help?: string; readonly children: ReactNode };

const Part = ({ title, help = '', children }: PartProps) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {help !== '' && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
      {children}
    </BlockStack>
  </Card>
);
