type Props = {
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly current: string;
  readonly onGo: (id: string) => void;
};

/** The steps of a wizard; each can be gone to directly. */
export const StepList = ({ label, steps, current, onGo }: Props) => (
  <nav aria-label={label}>
    <ol className="kit-steps">
      {steps.map(({ id, title }, index) => (
        <li key={id}>
          <button type="button" aria-current={id === current ? 'step' : undefined} onClick={() => onGo(id)}>
            {index + 1}. {title}
          </button>
        </li>
      ))}
    </ol>
  </nav>
);
