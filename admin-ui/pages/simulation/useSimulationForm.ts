import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import type { SimulatedProgramView, SimulationForm } from '../../../shared/contract/simulation.ts';
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

const choiceValue = (programId: string, version: number | null): string => `${programId} ${version ?? 'draft'}`;

/** The address of the form with the same programs chosen once more. */
export function againUrl(programs: readonly SimulatedProgramView[]): string {
  const [first = '', second = ''] = programs.map(({ programId, version }) => choiceValue(programId, version));
  return `/simulations?${new URLSearchParams({ first, second })}`;
}

/** Every draft and version of the shop, of each program what is newest first. */
export const choicesOf = (programs: readonly ProgramRowView[]): readonly Choice[] =>
  programs.flatMap((program) => {
    const versions = Array.from({ length: program.lastVersion }, (_, i) => program.lastVersion - i);
    const all = [...(program.hasDraft && program.state !== 'ended' ? [null] : []), ...versions];
    return all.map((version) => ({ value: choiceValue(program.id, version), program, version }));
  });

/**
 * What the address asks for: the two of an earlier simulation, or a program. Of that, what runs, and its draft beside
 * it, where it has both.
 */
function startingWith(choices: readonly Choice[], params: URLSearchParams): readonly [string, string] {
  const [first = '', second = ''] = ['first', 'second'].map((name) => {
    return choices.find(({ value }) => value === params.get(name))?.value ?? '';
  });
  if (first !== '') return [first, second];
  const own = choices.filter(({ program }) => program.id === params.get('program'));
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
  const [first, second] = picked ?? startingWith(choices, params);
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
