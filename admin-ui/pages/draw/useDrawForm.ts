import { useState } from 'react';
import type { DrawView } from '../../../shared/contract/draw.ts';
import { addDays, dayOf } from '../../../shared/domain/calendar/day.ts';
import { type DrawDraft, emptyDrawDraft } from '../../../shared/domain/draw/draft.ts';
import { useDrawCheck } from '../../api/useDraws.ts';
import { useOpenDraw } from '../../api/useDrawsApi.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { useFaultAt } from '../../parts/faults.ts';
import { useUnsaved } from '../../parts/UnsavedGuard.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useValues } from '../../parts/useValues.ts';
import { useDebounced } from '../../route/useDebounced.ts';
import { useGo } from '../../route/useGo.ts';
import { useShopView, useText } from '../../session/shop.tsx';

const WAIT_MS = 400;
const WEEK = 7;
const MONTH = 30;

export type DrawForm = ReturnType<typeof useDrawForm>;

/** A draw of a week, among who bought in the last month: something to change. */
function startingDraft(now: number, timeZone: string): DrawDraft {
  const today = dayOf(now, timeZone);
  const closesDay = addDays(today, WEEK);
  return { ...emptyDrawDraft, fromDay: addDays(today, -MONTH), toDay: closesDay, closesDay };
}

/** The logic of the form: what was typed, what the core says of it, how many it would be among, and opening it. */
export function useDrawForm() {
  const { draws } = useText();
  const { now, timeZone } = useShopView();
  const form = useValues(startingDraft(now, timeZone));
  const unsaved = useUnsaved(form.isChanged);
  const settled = useDebounced(form.values, WAIT_MS);
  const checked = useDrawCheck(settled);
  const isOfNow = settled === form.values && checked.data?.draft === settled;
  const faultAt = useFaultAt();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isShowingAll, setIsShowingAll] = useState(false);
  const open = useOpenDraw();
  const say = useToast();
  const sayFailure = useSayFailure();
  const go = useGo();
  const faults = checked.data?.faults ?? [];
  const send = (onRefused: () => void) =>
    open.mutate(
      { draft: form.values },
      {
        onSuccess: (draw: DrawView) => {
          unsaved.letGo();
          say(draws.form.opened);
          go(`/draws/${draw.id}`);
        },
        onError: (thrown) => {
          setIsShowingAll(true);
          onRefused();
          sayFailure(thrown);
        },
      },
    );
  return {
    ...form,
    unsaved,
    faults,
    isSound: isOfNow && faults.length === 0,
    isChecking: checked.isFetching || !isOfNow,
    checkFailed: checked.error,
    eligible: checked.data?.eligible ?? null,
    checkAgain: () => void checked.refetch(),
    /** A fault shows beside its field only after the field was left, so nobody is scolded while typing. */
    faultOf: (path: string) => (isShowingAll || left.has(path) ? faultAt(faults, path) : ''),
    leave: (path: string) => setLeft((seen) => new Set([...seen, path])),
    showAllFaults: () => setIsShowingAll(true),
    send,
    isBusy: open.isPending,
  };
}
