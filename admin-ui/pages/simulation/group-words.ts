import type { SimulationResultView } from '../../../shared/contract/simulation.ts';
import type { HolderGroup } from '../../../shared/domain/simulation/summary.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text } from '../../../shared/text/text.ts';

type Speaker = { readonly text: Pick<Text, 'simulations'>; readonly format: Format };

function levelOf(bp: number, { mechanic }: Pick<SimulationResultView, 'mechanic'>): string | null {
  if (mechanic.kind !== 'levels') return null;
  return mechanic.levels.find(({ discountBp }) => discountBp === bp)?.name ?? null;
}

/** What a group of customers is called: by its level, where the program has levels. */
export function groupWords(group: HolderGroup, result: SimulationResultView, { text, format }: Speaker): string {
  const words = text.simulations.groups;
  if (group.kind === 'ready') return group.any ? words.ready : words.noneReady;
  const { fromBp, toBp } = group;
  if (fromBp !== toBp) return words.range(format.percent(fromBp), format.percent(toBp));
  if (fromBp === 0) return words.none;
  const level = levelOf(fromBp, result);
  return level === null ? format.percent(fromBp) : words.level(level, format.percent(fromBp));
}

/** The groups of a result, and before them who has no card yet, where cards are needed; with their counts by month. */
export function groupsOf(result: SimulationResultView, speaker: Speaker) {
  const isCard = result.membership.kind === 'card';
  const names = result.groups.map((group) => groupWords(group, result, speaker));
  return {
    names: isCard ? [speaker.text.simulations.groups.noCard, ...names] : names,
    countsOf: ({ withoutCard, holders }: SimulationResultView['months'][number]): readonly number[] =>
      isCard ? [withoutCard, ...holders] : holders,
  };
}
