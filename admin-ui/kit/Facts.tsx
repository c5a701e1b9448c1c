import type { ReactNode } from 'react';

export type Fact = { readonly title: string; readonly value: ReactNode };

/** Names and values, one under the other. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="kit-facts">
    {facts.map(({ title, value }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** The few numbers that matter, large. */
export const Figures = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="kit-figures">
    {facts.map(({ title, value }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
