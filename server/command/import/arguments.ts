import { parseArgs } from 'node:util';
import { parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import type { IdsOf } from '../../../shared/domain/purchase/past-purchase.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';

/** What was asked for on the command line. `ids` null: not said, so another system's unless that looks wrong. */
export type Arguments = {
  readonly orders: string;
  readonly shop: ShopId;
  readonly currency: string | null;
  readonly ids: IdsOf | null;
  readonly isDry: boolean;
};

const options = {
  shop: { type: 'string' },
  currency: { type: 'string' },
  ids: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** Reads the command line; a refusal says in words what is not understood. */
export function readArguments(args: readonly string[]): Result<Arguments, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [orders, ...others] = positionals;
    if (orders === undefined || others.length > 0) return refused(`one file of orders, not ${positionals.length}`);
    const shop = parseShopId(values.shop ?? '');
    if (shop === null) return refused("the shop's permanent domain, such as --shop name.myshopify.com");
    const { ids = null, currency = null } = values;
    if (ids !== null && ids !== 'shopify' && ids !== 'other')
      return refused(`--ids shopify or --ids other, not ${ids}`);
    return ok({ orders, shop, currency, ids, isDry: values['dry-run'] });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
