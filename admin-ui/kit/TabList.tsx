import { Tabs } from '@shopify/polaris';
import type { ReactNode } from 'react';

export type Tab = { readonly id: string; readonly title: string };

type Props = {
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
};

/** Tabs, all of them in sight on a phone too; whoever uses them keeps which one is open, usually in the address. */
export function TabList({ tabs, selected, onSelect, children }: Props) {
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  return (
    <div className="kit-tabs">
      <Tabs
        tabs={tabs.map(({ id, title }) => ({ id, content: title, panelID: `${id}-panel` }))}
        selected={index}
        onSelect={(chosen) => onSelect(tabs[chosen]?.id ?? selected)}
      >
        {children}
      </Tabs>
    </div>
  );
}
