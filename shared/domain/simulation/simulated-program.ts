import type { Mechanic, NthItem } from '../program/program.ts';
import type { ReadDraft } from '../program/read-draft.ts';

/** What a simulation walks by: not yet the n-th item, whose rewards arise in the basket. */
export type SimulatedMechanic = Exclude<Mechanic, NthItem>;

/** A program that can be simulated; the public format knows no other. */
export type SimulatedProgram = Omit<ReadDraft, 'mechanic'> & { readonly mechanic: SimulatedMechanic };
