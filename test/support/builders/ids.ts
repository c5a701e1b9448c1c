import type {
  CardNumber,
  CustomerId,
  LineId,
  LocationId,
  OrderId,
  ProductId,
  ProgramId,
  RefundId,
  SeriesId,
  ShopId,
  ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';

/** Ids of tests; only parsers and builders make one. */
export const orderId = (text: string): OrderId => text as OrderId;
export const refundId = (text: string): RefundId => text as RefundId;
export const lineId = (text: string): LineId => text as LineId;
export const productId = (text: string): ProductId => text as ProductId;
export const locationId = (text: string): LocationId => text as LocationId;
export const programId = (text: string): ProgramId => text as ProgramId;
export const customerId = (text: string): CustomerId => text as CustomerId;
export const seriesId = (text: string): SeriesId => text as SeriesId;
export const shopId = (text: string): ShopId => text as ShopId;
export const shopifyCustomerId = (text: string): ShopifyCustomerId => text as ShopifyCustomerId;
export const cardNumber = (text: string): CardNumber => text as CardNumber;
