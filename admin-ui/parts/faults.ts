import type { Fault } from '../../shared/domain/fault.ts';
import { faultWords } from '../../shared/text/fault-words.ts';
import { refusalOf } from '../api/request-failed.ts';
import { useFormat, useText } from '../session/shop.tsx';

/** The faults a refused form came back with. */
export const faultsOf = (thrown: unknown): readonly Fault[] => refusalOf(thrown)?.faults ?? [];

/** A fault in the person's language, without its place. */
export function useFaultWords(): (fault: Fault) => string {
  const text = useText();
  const format = useFormat();
  return (fault) => faultWords(fault, { text, format });
}

/** What to show beside a field; empty when nothing is wrong with it. */
export function useFaultAt(): (faults: readonly Fault[], path: string) => string {
  const words = useFaultWords();
  return (faults, path) =>
    faults
      .filter((fault) => fault.path === path)
      .map(words)
      .join(' ');
}
