import { TextField } from '../../kit/controls.ts';
import { useShopView, useText } from '../../session/shop.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error: string;
};

/** A day, meant at its start as the shop counts days, which it says. */
export function DayField({ label, value, onChange, error }: Props) {
  const { publish: words } = useText().program;
  const { timeZone } = useShopView();
  const help = words.dayHelp(timeZone);
  const shown = { label, value, onChange, error };
  return <TextField {...shown} helpText={help} type="date" autoComplete="off" />;
}
