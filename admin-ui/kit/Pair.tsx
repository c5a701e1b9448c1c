import type { ReactNode } from 'react';

/** One thing, or two beside each other where the page has room for both. */
export const Pair = ({ children }: { readonly children: ReactNode }) => <div className="kit-pair">{children}</div>;

type WideProps = {
  readonly label: string;
  /** Titles of rows go over several lines on a phone, so that more columns are seen at once. */
  readonly wraps?: boolean;
  readonly children: ReactNode;
};

/** What may be wider than the page: it is moved sideways inside its own place, also with the keyboard. */
export const Wide = ({ label, wraps = false, children }: WideProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
  <section className={wraps ? 'kit-scroll kit-wraps' : 'kit-scroll'} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
