import { z } from 'zod';
import type { SimulationForm } from '../../../shared/contract/simulation.ts';

const day = z.string().max(20);

export const simulationForm = z.strictObject({
  programs: z
    .array(z.strictObject({ programId: z.string().max(100), version: z.int().positive().nullable() }))
    .min(1)
    .max(2),
  fromDay: day,
  toDay: day,
}) satisfies z.ZodType<SimulationForm>;
