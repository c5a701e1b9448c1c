import type { DrawDraft } from '../../../shared/domain/draw/draft.ts';
import type { DrawForm } from './useDrawForm.ts';

type TextName = { [K in keyof DrawDraft]: string extends DrawDraft[K] ? K : never }[keyof DrawDraft];

/** What every typed field of the form needs. */
export const typedField = (form: DrawForm, name: TextName) => ({
  value: form.values[name],
  onChange: (value: string) => form.set(name, value),
  onBlur: () => form.leave(name),
  error: form.faultOf(name),
  autoComplete: 'off',
});
