import { Tabs } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';

export type Tab = { readonly id: string; readonly title: string };

type Props = {
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
};

/** Room left beside the open tab. */
const EDGE_PX = 8;

/** Tabs, the open one in sight on a phone too; whoever uses them keeps which one it is, usually in the address. */
export function TabList({ tabs, selected, onSelect, children }: Props) {
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab is what has changed
  useEffect(() => {
    // Polaris measures its tabs first, and shows them a frame later.
    const frame = requestAnimationFrame(() => place.current !== null && showOpenTab(place.current));
    return () => cancelAnimationFrame(frame);
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

/** On a phone the row of tabs is wider than the screen. Only the row is moved: nothing around it may go along. */
function showOpenTab(place: HTMLElement): void {
  const tabs = [...place.querySelectorAll('[role=tab][aria-selected=true]')];
  const open = tabs.find((tab) => tab.checkVisibility({ visibilityProperty: true })) ?? null;
  let row = open?.parentElement ?? null;
  while (row !== null && row !== place && getComputedStyle(row).overflowX !== 'auto') row = row.parentElement;
  if (open === null || row === null) return;
  const [tab, seen] = [open.getBoundingClientRect(), row.getBoundingClientRect()];
  if (tab.right > seen.right) row.scrollLeft += tab.right - seen.right + EDGE_PX;
}
