import type { Fault } from '../../shared/domain/result.ts';
import { refusalOf } from '../api/request-failed.ts';

/** The faults a refused form came back with. */
export const faultsOf = (thrown: unknown): readonly Fault[] => refusalOf(thrown)?.faults ?? [];

/** What to show beside a field; empty when nothing is wrong with it. */
export const faultAt = (faults: readonly Fault[], path: string): string =>
  faults
    .filter((fault) => fault.path === path)
    .map(({ message }) => message)
    .join(' ');
