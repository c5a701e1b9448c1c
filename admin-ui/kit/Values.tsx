import { useFormat, useText } from '../session/shop.tsx';

/** An amount of the shop's currency. */
export const Money = ({ minor }: { readonly minor: number }) => (
  <span className="kit-value">{useFormat().money(minor)}</span>
);

/** A percentage from basis points. */
export const Percent = ({ bp }: { readonly bp: number }) => (
  <span className="kit-value">{useFormat().percent(bp)}</span>
);

/** In place of a value that is not there; small screens leave its whole line out. */
export const None = () => <span className="kit-none">{useText().common.none}</span>;

type DateTimeProps = { readonly at: number | null; readonly withTime?: boolean };

/** An instant in the shop's time zone; nothing when there is none. */
export function DateTime({ at, withTime = false }: DateTimeProps) {
  const format = useFormat();
  if (at === null) return <None />;
  return (
    <time className="kit-value" dateTime={new Date(at).toISOString()}>
      {withTime ? format.dateTime(at) : format.date(at)}
    </time>
  );
}
