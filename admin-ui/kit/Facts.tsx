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

type FiguresProps = { readonly facts: readonly Fact[] /** One of many on a page. */; readonly isSmall?: boolean };

/** The few numbers that matter, large. */
export const Figures = ({ facts, isSmall = false }: FiguresProps) => (
  <dl className={isSmall ? 'kit-figures kit-small' : 'kit-figures'}>
    {facts.map(({ title, value }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
