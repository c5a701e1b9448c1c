import { Pagination } from '@shopify/polaris';

type Props = {
  readonly label: string;
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
};

/** Back and forth; not shown when there is one page only. */
export function Pager({ label, previousLabel, nextLabel, onPrevious, onNext }: Props) {
  if (onPrevious === null && onNext === null) return null;
  return (
    <nav aria-label={label} className="kit-pager">
      <Pagination
        hasPrevious={onPrevious !== null}
        onPrevious={() => onPrevious?.()}
        hasNext={onNext !== null}
        onNext={() => onNext?.()}
        accessibilityLabels={{ previous: previousLabel, next: nextLabel }}
      />
    </nav>
  );
}
