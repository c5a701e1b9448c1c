import { type ProductId, parseShopifyId } from '../../../shared/domain/ids.ts';
import type { Log } from '../../app/ports/log.ts';
import type { ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import { costOf } from './cost-line.ts';
import { gid, numericId } from './numeric-id.ts';
import type { PutMetafields } from './put-metafields.ts';
import { variantCostsDocument } from './variant-costs.document.ts';

type Variants = Pick<ShopifyAdmin, 'putVariantCosts' | 'variantCosts'>;

/** Unit costs: read from inventory items, written where the Function finds them, as whole minor units. */
export function createVariants(askAdmin: AskAdmin, putMetafields: PutMetafields, log: Log): Variants {
  return {
    putVariantCosts: async (shop, items) => {
      const metafields = items.map(({ variantId, costMinor, over }) => ({
        ownerId: gid('ProductVariant', variantId),
        key: 'cost',
        type: 'number_integer',
        value: costMinor === null ? null : String(costMinor),
        ...(over === undefined ? {} : { compareDigest: over?.mark ?? null }),
      }));
      // A variant that is gone needs no cost, and one that has a newer cost needs no old one.
      await putMetafields(shop, metafields);
    },
    variantCosts: async (shop, inventoryItemId) => {
      const id = gid('InventoryItem', inventoryItemId);
      const { inventoryItem } = await askAdmin(shop, variantCostsDocument, { id });
      const cost = inventoryItem?.unitCost ?? null;
      const costMinor = cost === null ? null : costOf(cost);
      if (cost !== null && costMinor === null) log.warn('variant.cost_unreadable', { shop, inventoryItemId });
      return (inventoryItem?.variants?.nodes ?? []).map(({ id: variantId, product }) => {
        const productId = parseShopifyId<ProductId>(product.id);
        return { variantId: numericId(variantId), productId, costMinor, isGiftCard: product.isGiftCard };
      });
    },
  };
}
