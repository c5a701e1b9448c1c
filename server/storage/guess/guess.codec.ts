import type { Instant, ShopId } from '../../../shared/domain/ids.ts';

export type GuessDoc = {
  readonly shop: ShopId;
  readonly bucket: string;
  readonly windowStartsAt: Instant;
  readonly wrong: number;
  readonly limited: number;
  /** A date, since the database forgets by dates. */
  readonly forgetAt: Date;
};

/** The bucket that counts for the shop as a whole, which the merchant sees. */
export const SHOP_BUCKET = 'shop';

export const decodeGuesses = ({ windowStartsAt, wrong, limited }: GuessDoc) => ({ windowStartsAt, wrong, limited });
