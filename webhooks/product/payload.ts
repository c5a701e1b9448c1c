import { z } from 'zod';
import { shopifyId } from '../values.ts';

/** Which inventory item; its cost is asked for anew, since deliveries may be late. */
export const inventoryItemPayload = z.object({ id: shopifyId() });
