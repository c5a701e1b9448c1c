import type { Fault } from '../../../shared/domain/fault.ts';
import type { BasisPoints } from '../../../shared/domain/money/money.ts';
import { readShare } from '../../../shared/domain/program/read-typed.ts';

const NAME_MAX = 80;

/** What was typed about a club, and every fault in it. A rule of nothing is one: the shop honours no card as yet. */
export function readRule(guestPercent: string): { readonly guestBp: BasisPoints; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const guestBp = readShare(guestPercent, 'guestPercent', (path, wrong) => faults.push({ path, ...wrong }));
  return { guestBp: guestBp ?? 0, faults };
}

/** What is wrong with a club's name, already without blanks around it. */
export function nameFaults(name: string): readonly Fault[] {
  if (name === '') return [{ path: 'name', code: 'club_name_missing' }];
  return name.length > NAME_MAX ? [{ path: 'name', code: 'too_long', facts: { max: NAME_MAX } }] : [];
}
