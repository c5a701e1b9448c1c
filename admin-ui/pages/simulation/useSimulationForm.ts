import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import type { SimulationForm } from '../../../shared/contract/simulation.ts';
import { dayOf, daysInMonth, monthLater, readDay, writeDay } from '../../../shared/domain/calendar/day.ts';
import { useStartSimulation } from '../../api/useSimulationsApi.ts';
import { faultsOf } from '../../parts/faults.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useGo } from '../../route/useGo.ts';
import { useShopView } from '../../session/shop.tsx';

export type Period = 'whole' | 'year' | 'half' | 'days';

/** What can be chosen: a draft (version null) or a published version, by a name of its own for the list. */
export type Choice = {
  readonly value: string;
  readonly program: ProgramRowView;
  readonly version: number | null;
};

const choiceValue = ({ id }: ProgramRowView, version: number | null): string => `${id} ${version ?? 'draft'}`;

/** Every draft and version of the shop, of each program what is newest first. */
export const choicesOf = (programs: readonly ProgramRowView[]): readonly Choice[] =>
  programs.flatMap((program) => {
    const versions = Array.from({ length: program.lastVersion }, (_, i) => program.lastVersion - i);
    const all = [...(program.hasDraft && program.state !== 'ended' ? [null] : []), ...versions];
    return all.map((version) => ({ value: choiceValue(program, version), program, version }));
  });

/** A program somebody came from: what runs, and beside it its draft, where it has both. */
function startingWith(choices: readonly Choice[], programId: string | null): readonly [string, string] {
  const own = choices.filter(({ program }) => program.id === programId);
  const [draft, newest] = [own.find(({ version }) => version === null), own.find(({ version }) => version !== null)];
  if (newest !== undefined && draft !== undefined) return [newest.value, draft.value];
  return [(newest ?? draft ?? choices[0])?.value ?? '', ''];
}

const MONTHS = { year: 12, half: 6 } as const;

/** So many months before, on the same day of the month, or on its last one. */
function monthsBefore(today: string, months: number): string {
  const { year, month, day } = readDay(today);
  const then = monthLater({ year, month }, -months);
  return writeDay({ ...then, day: Math.min(day, daysInMonth(then.year, then.month)) });
}

/** The logic of the form: what is chosen, and beginning with it. */
export function useSimulationForm(programs: readonly ProgramRowView[]) {
  const { now, timeZone } = useShopView();
  const [params] = useSearchParams();
  const choices = choicesOf(programs);
  const [picked, choose] = useState<readonly [string, string] | null>(null);
  // Until somebody picks, it follows the list, which may just be read anew.
  const [first, second] = picked ?? startingWith(choices, params.get('program'));
  const [period, setPeriod] = useState<Period>('whole');
  const [days, setDays] = useState({ fromDay: '', toDay: '' });
  const start = useStartSimulation();
  const sayFailure = useSayFailure();
  const go = useGo();
  const chosen = [first, second].flatMap((value) => choices.find((choice) => choice.value === value) ?? []);
  const spanOf = () => {
    if (period === 'days') return days;
    const fromDay = period === 'whole' ? '' : monthsBefore(dayOf(now, timeZone), MONTHS[period]);
    return { fromDay, toDay: '' };
  };
  const send = () => {
    const asked = chosen.map(({ program, version }) => ({ programId: program.id, version }));
    const form: SimulationForm = { programs: asked, ...spanOf() };
    start.mutate(form, { onSuccess: ({ id }) => go(`/simulations/${id}`), onError: sayFailure });
  };
  return {
    choices,
    chosen,
    first,
    second,
    setFirst: (value: string) => choose([value, value === second ? '' : second]),
    setSecond: (value: string) => choose([first, value]),
    period,
    setPeriod,
    days,
    setDays,
    faults: faultsOf(start.error),
    send,
    isBusy: start.isPending,
  };
}

export type SimulationFormLogic = ReturnType<typeof useSimulationForm>;
