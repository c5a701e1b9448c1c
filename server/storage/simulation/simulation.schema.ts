import { asIs, defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { SimulationDoc } from './simulation.codec.ts';

export const storedSimulations = defineStored<SimulationDoc>(
  'simulations',
  {
    simulationId: wholeText,
    state: wholeText,
    asked: { ...asIs, required: true },
    by: text,
    createdAt: wholeNumber,
    endedAt: number,
    progress: asIs,
    tries: wholeNumber,
    errorId: text,
    result: asIs,
    isOpen: { type: Boolean },
    dueAt: number,
    holder: text,
  },
  [
    { fields: { shop: 1, simulationId: 1 }, options: { unique: true } },
    { fields: { shop: 1, createdAt: -1, simulationId: -1 } },
    // One at a time for each shop.
    { fields: { shop: 1, isOpen: 1 }, options: { unique: true, partialFilterExpression: { isOpen: true } } },
    // Those of all shops that a worker may take.
    { fields: { dueAt: 1 }, options: { partialFilterExpression: { isOpen: true } } },
  ],
);
