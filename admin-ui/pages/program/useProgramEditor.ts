import { useState } from 'react';
import type { ProgramCheckView, ProgramView } from '../../../shared/contract/program.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { type CheckedDraft, useProgramCheck } from '../../api/useProgram.ts';
import { useSaveDraft } from '../../api/useProgramsApi.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { useFaultAt } from '../../parts/faults.ts';
import { type Unsaved, useUnsaved } from '../../parts/UnsavedGuard.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useValues, type Values } from '../../parts/useValues.ts';
import { useDebounced } from '../../route/useDebounced.ts';
import { useText } from '../../session/shop.tsx';

const WAIT_MS = 300;

export type ProgramEditor = Values<ProgramDraft> & {
  /** Beside a field, once it was left or somebody tried to go on. */
  readonly faultOf: (path: string) => string;
  readonly faults: readonly Fault[];
  /** What deserves a second look and hinders nothing; empty when nothing does. */
  readonly warningOf: (path: string) => string;
  readonly warnings: readonly Fault[];
  readonly leave: (...paths: readonly string[]) => void;
  readonly showAllFaults: () => void;
  readonly isShowingAll: boolean;
  readonly check: ProgramCheckView | null;
  readonly checkFailed: unknown;
  readonly isChecking: boolean;
  readonly isSaving: boolean;
  readonly unsaved: Unsaved;
  /** Keeps the draft, then hands over the program as kept; changes nothing when there is nothing to keep. */
  readonly save: (then: (program: ProgramView) => void) => void;
};

type Given = { readonly id: string | null; readonly draft: ProgramDraft };

/** The logic of both ways of editing a program: what was typed, what the core says of it, and keeping it. */
export function useProgramEditor({ id, draft }: Given): ProgramEditor {
  const form = useValues(draft);
  const unsaved = useUnsaved(form.isChanged);
  const settled = useDebounced(form.values, WAIT_MS);
  const checked = useProgramCheck(settled);
  const shown = useShownFaults(checked.data ?? null, form.values);
  const saving = useKeeping(id, form, unsaved);
  return {
    ...form,
    ...shown,
    ...saving,
    unsaved,
    check: checked.data ?? null,
    checkFailed: checked.error,
    isChecking: checked.isFetching || settled !== form.values,
  };
}

/**
 * A fault shows beside its field only after the field was left, so nobody is scolded while typing; and only if it is of
 * what stands there now, or the page would move under the click that leaves a field just mended.
 */
function useShownFaults(checked: CheckedDraft | null, values: ProgramDraft) {
  const faults = checked?.faults ?? [];
  const warnings = checked?.warnings ?? [];
  const faultAt = useFaultAt();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isShowingAll, setIsShowingAll] = useState(false);
  return {
    faults,
    warnings,
    warningOf: (path: string) => (isOfNow(path, checked, values) ? faultAt(warnings, path) : ''),
    isShowingAll,
    faultOf: (path: string) =>
      (isShowingAll || left.has(path)) && isOfNow(path, checked, values) ? faultAt(faults, path) : '',
    leave: (...paths: readonly string[]) => setLeft((seen) => new Set([...seen, ...paths])),
    showAllFaults: () => setIsShowingAll(true),
  };
}

/** Whether the field of a path still holds what was judged. */
function isOfNow(path: string, checked: CheckedDraft | null, values: ProgramDraft): boolean {
  const field = path.split('.')[0] as keyof ProgramDraft;
  return JSON.stringify(checked?.draft[field]) === JSON.stringify(values[field]);
}

function useKeeping(id: string | null, form: Values<ProgramDraft>, unsaved: Unsaved) {
  const { program: words } = useText();
  const keep = useSaveDraft(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const save = (then: (program: ProgramView) => void) => {
    const done = (program: ProgramView) => {
      unsaved.letGo();
      form.accept(form.values);
      say(words.draftSaved);
      then(program);
    };
    keep.mutate({ draft: form.values }, { onSuccess: done, onError: sayFailure });
  };
  return { save, isSaving: keep.isPending };
}
