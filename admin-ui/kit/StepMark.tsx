type Props = { readonly isDone: boolean; readonly label: string };

/** A ring that is ticked when the step is done; said aloud too. */
export const StepMark = ({ isDone, label }: Props) => (
  <svg className="kit-step" viewBox="0 0 20 20" width="20" height="20" role="img" aria-label={label}>
    <circle cx="10" cy="10" r="8.5" className={isDone ? 'kit-step-done' : 'kit-step-open'} />
    {isDone && <path d="m6 10.300 2.800 2.700 5.200-5.800" />}
  </svg>
);
