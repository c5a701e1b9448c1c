import { z } from 'zod';
import type { SettingsForm } from '../../../shared/contract/api.ts';
import type { Wrong } from '../../../shared/domain/fault.ts';
import { type PercentRefusal, parsePercent } from '../../../shared/domain/money/percent.ts';
import type { ShopSettings } from '../../app/ports/shop-store.ts';
import { MARGIN_MAX_BP } from '../../app/shop/read-settings.ts';
import { BadInput } from '../bad-input.ts';

export const settingsForm = z.strictObject({
  floorOn: z.boolean(),
  marginPercent: z.string().max(20),
  discountMessage: z.string().max(500),
  language: z.string().max(35),
  owedCounts: z.boolean(),
}) satisfies z.ZodType<SettingsForm>;

const marginFaults: Readonly<Record<PercentRefusal['code'], Wrong>> = {
  not_a_percent: { code: 'percent_unreadable' },
  too_precise: { code: 'percent_too_precise' },
  too_high: { code: 'margin_out_of_range', facts: { maxBp: MARGIN_MAX_BP } },
};

/** The settings a form means; throws `BadInput` when the margin is no percentage. */
export function readSettings({ marginPercent, ...rest }: SettingsForm): ShopSettings {
  const margin = parsePercent(marginPercent, MARGIN_MAX_BP);
  if (!margin.ok) throw new BadInput([{ path: 'marginPercent', ...marginFaults[margin.error.code] }]);
  return { ...rest, marginBp: margin.value };
}
