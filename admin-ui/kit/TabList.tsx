import { Tabs } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';

export type Tab = { readonly id: string; readonly title: string };

type Props = {
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
};

/** Tabs, the open one in sight on a phone too; whoever uses them keeps which one it is, usually in the address. */
export function TabList({ tabs, selected, onSelect, children }: Props) {
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  const place = useRef<HTMLDivElement>(null);
  // Run after each change of the tab: on a phone the row of tabs is wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab is what has changed
  useEffect(() => {
    const open = place.current?.querySelector('[role=tab][aria-selected=true]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [index]);
  return (
    <div ref={place}>
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
