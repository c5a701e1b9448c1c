import type { Text } from '../../../shared/text/text.ts';

export type InboxTab = keyof Text['inbox']['tabs'];

/** Which states each tab shows; all is no narrowing. */
export const TAB_STATES: Readonly<Record<InboxTab, readonly string[]>> = {
  all: [],
  waiting: ['filed', 'leased'],
  done: ['done'],
  skipped: ['skipped'],
  refused: ['refused'],
  failed: ['failed'],
};

/** The tab for the states an address names. */
export function tabOf(states: string): InboxTab {
  const found = Object.entries(TAB_STATES).find(
    ([, own]) => own.length > 0 && own.includes(states.split(',')[0] ?? ''),
  );
  return (found?.[0] ?? 'all') as InboxTab;
}

/** How many deliveries a tab holds. */
export function countOf(tab: InboxTab, counts: Readonly<Record<string, number>>): number {
  const states = TAB_STATES[tab].length === 0 ? Object.keys(counts) : TAB_STATES[tab];
  return states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
