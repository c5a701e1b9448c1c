import { z } from 'zod';
import type { SettingsForm } from '../../../shared/contract/api.ts';
import { parsePercent } from '../../../shared/domain/money/percent.ts';
import type { ShopSettings } from '../../app/ports/shop-store.ts';
import { BadInput } from '../bad-input.ts';

export const settingsForm = z.strictObject({
  floorOn: z.boolean(),
  marginPercent: z.string().max(20),
  discountMessage: z.string().max(500),
  language: z.string().max(35),
  owedCounts: z.boolean(),
}) satisfies z.ZodType<SettingsForm>;

/** The settings a form means; throws `BadInput` when the margin is no percentage. */
export function readSettings({ marginPercent, ...rest }: SettingsForm): ShopSettings {
  const margin = parsePercent(marginPercent);
  if (!margin.ok) throw new BadInput([{ path: 'marginPercent', message: margin.error.code }]);
  return { ...rest, marginBp: margin.value };
}
