import type { CardListView, ImportView, SeriesView, ShopView } from '../../../shared/contract/api.ts';
import type { ProgramView } from '../../../shared/contract/program.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { AddShop } from '../../sandbox/world/add-shop.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import { eventually, type Merchant } from '../merchant.ts';
import type { Journey } from './start-journey.ts';

export type OpenShop = { readonly shop: ShopWorld; readonly merchant: Merchant };

/** A shop whose merchant has taken the app and opened it once: installed, its past read. `fill`: that past. */
export async function openShop(
  journey: Pick<Journey, 'sandbox' | 'merchant'>,
  input: AddShop,
  fill: (shop: ShopWorld) => void = () => undefined,
): Promise<OpenShop> {
  const shop = journey.sandbox.addShop({ ...input, installed: false });
  fill(shop);
  shop.install();
  const merchant = journey.merchant(shop.domain);
  await merchant.get<ShopView>('/api/shop');
  await imported(merchant);
  return { shop, merchant };
}

/** The shop's past has been read; throws when Shopify or we could not. */
export async function imported(merchant: Merchant): Promise<readonly ImportView[]> {
  const isOver = (imports: readonly ImportView[]) =>
    imports.length > 0 && imports.every(({ state }) => state === 'done' || state === 'failed');
  const imports = await eventually(() => merchant.get<readonly ImportView[]>('/api/imports'), isOver, 60_000);
  const failed = imports.find(({ state }) => state === 'failed');
  if (failed !== undefined) throw new Error(`the import of ${failed.kind} failed: ${failed.why}`);
  return imports;
}

/** Drafts a program and publishes it at once. */
export async function publish(merchant: Merchant, draft: ProgramDraft): Promise<ProgramView> {
  const { id } = await merchant.post<ProgramView>('/api/programs', { draft });
  return merchant.post<ProgramView>(`/api/programs/${id}/publish`, { effectiveAt: null });
}

/** Emits a series of blank cards; answers their numbers. */
export async function emit(merchant: Merchant, programId: string, count: number): Promise<readonly string[]> {
  const series = { programId, name: 'First run', count, expiresAt: null };
  const { id } = await merchant.post<SeriesView>('/api/series', series);
  const { cards } = await merchant.get<CardListView>(`/api/cards?seriesId=${id}&max=${count}`);
  return cards.map(({ number }) => number);
}
