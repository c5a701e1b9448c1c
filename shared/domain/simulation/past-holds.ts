import type { Scope } from '../program/scope.ts';
import type { PastHolds } from './frame.ts';
import { pastId } from './past-ids.ts';

const everything: PastHolds = () => true;

/** `holdsOf` over the ids of a history, which are numbers where they are written plainly. */
export function pastHolds(scope: Scope | undefined): PastHolds {
  if (scope === undefined) return everything;
  const excluded = new Set(scope.excluded.map(pastId));
  if (scope.kind === 'all') return (id) => id === null || !excluded.has(id);
  const listed = new Set(scope.products.map(pastId).filter((id) => !excluded.has(id)));
  return (id) => id !== null && listed.has(id);
}
