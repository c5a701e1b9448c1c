import { z } from 'zod';
import { parseShopId, type ShopId } from '../../shared/domain/ids.ts';

/** A piece of work that a clock starts: what it is called, what it carries, when, and the one thing it does. */
export type ScheduledJob<Payload> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** As people say it: "15 minutes"; null: only when asked for. */
  readonly every: string | null;
  /** Doing it twice, or stopping half way and doing it again, makes no difference. */
  readonly act: (payload: Payload) => Promise<void>;
};

export const nothing = z.object({}).nullish();

export const oneShop = z.object({
  shop: z.string().transform((text, context): ShopId => {
    const shop = parseShopId(text);
    if (shop !== null) return shop;
    context.addIssue({ code: 'custom', message: 'not a shop' });
    return z.NEVER;
  }),
});
