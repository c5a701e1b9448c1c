import type { CurrencyCode } from '../money/money.ts';
import { CAP_MAX_MINOR } from '../quote/cap.ts';
import { canCap, type ProgramDraft } from './draft.ts';
import type { Caps } from './program.ts';
import { readMoney, type Say } from './read-typed.ts';

/** Reads what a program gives at most (rules 3.6); undefined: there is no cap. */
export function readCaps(draft: ProgramDraft, currency: CurrencyCode, say: Say): Caps | undefined {
  if (!canCap(draft.mechanic)) return undefined;
  const capOf = (field: 'orderCap' | 'monthCap'): number | null => {
    if (draft[field].trim() === '') return null;
    let isRead = true;
    const minor = readMoney(draft[field], field, currency, (path, wrong) => {
      isRead = false;
      say(path, wrong);
    });
    if (isRead && minor === 0) say(field, { code: 'cap_of_nothing' });
    if (minor > CAP_MAX_MINOR) say(field, { code: 'amount_too_large' });
    return minor;
  };
  const [orderMinor, monthMinor] = [capOf('orderCap'), capOf('monthCap')];
  return orderMinor === null && monthMinor === null ? undefined : { orderMinor, monthMinor };
}
