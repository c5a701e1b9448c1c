import { TextField } from '../../kit/controls.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly value: string; readonly error: string; readonly onChange: (value: string) => void };

/** What cards of the other shops get here, in percent. */
export function GuestPercentField({ value, error, onChange }: Props) {
  const { rule } = useText().club;
  return (
    <TextField
      label={rule.label}
      helpText={rule.help}
      suffix="%"
      inputMode="decimal"
      value={value}
      onChange={onChange}
      error={error}
      maxLength={20}
      autoComplete="off"
    />
  );
}
