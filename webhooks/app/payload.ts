import { z } from 'zod';

export const scopesPayload = z.object({ current: z.array(z.string()) });
