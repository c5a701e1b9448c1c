import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { AskAdmin } from './ask-admin.ts';
import { deleteMetafieldsDocument } from './delete-metafields.document.ts';
import { setMetafieldsDocument } from './set-metafields.document.ts';
import type { UserErrors } from './user-errors.ts';

/** Ours alone: Shopify writes our app's id in its place, and no other app may write there. */
export const NAMESPACE = '$app';

/** Shopify's limit for one call. */
export const METAFIELDS_MAX = 25;

/** `value` null takes the metafield away. `compareDigest`: written only over that value, null: only where none is. */
export type Metafield = {
  readonly ownerId: string;
  readonly key: string;
  readonly type: string;
  readonly value: string | null;
  readonly compareDigest?: string | null;
};

/** Answers the owners that were left out: Shopify does not know them, or has something else there by now. */
export type PutMetafields = (shop: ShopId, metafields: readonly Metafield[]) => Promise<ReadonlySet<string>>;

/**
 * Writes and removes metafields. A call is atomic, so one owner that is gone would keep the others from theirs: those
 * are told, left out, and the rest is sent again. So is what was written meanwhile.
 */
export function createPutMetafields(askAdmin: AskAdmin): PutMetafields {
  const send = async (shop: ShopId, batch: readonly Metafield[], isRemoval: boolean): Promise<UserErrors> => {
    const places = batch.map(({ ownerId, key }) => ({ ownerId, namespace: NAMESPACE, key }));
    if (isRemoval) {
      const { metafieldsDelete } = await askAdmin(shop, deleteMetafieldsDocument, { metafields: places });
      return metafieldsDelete.userErrors;
    }
    const metafields = batch.map(({ type, value, compareDigest }, i) => {
      return { ...places[i], type, value, ...(compareDigest === undefined ? {} : { compareDigest }) };
    });
    return (await askAdmin(shop, setMetafieldsDocument, { metafields })).metafieldsSet.userErrors;
  };
  return async (shop, metafields) => {
    const leftOut = new Set<string>();
    for (const isRemoval of [false, true]) {
      let batch = metafields.filter(({ value }) => (value === null) === isRemoval);
      while (batch.length > 0) {
        const errors = await send(shop, batch, isRemoval);
        if (errors.length === 0) break;
        const gone = new Set(errors.map((error) => placeToLeaveOut(error, batch.length)));
        for (const place of gone) leftOut.add(batch[place]?.ownerId ?? '');
        batch = batch.filter((_, i) => !gone.has(i));
      }
    }
    return leftOut;
  };
}

/** Which of the batch names an owner that is not there, or a value that is there no more; any other fault is ours. */
function placeToLeaveOut({ code, field, elementIndex }: UserErrors[number], count: number): number {
  const path = field ?? [];
  const place = elementIndex ?? Number(path.find((part) => /^\d+$/.test(part)) ?? Number.NaN);
  const isPassable = path.at(-1) === 'ownerId' || code === 'STALE_OBJECT';
  if (isPassable && Number.isInteger(place) && place >= 0 && place < count) return place;
  throw new AppError('shopify_refused', false, `Metafields: ${code ?? 'no code'} at ${path.join('.')}`);
}
