import type { CardState } from '../../../shared/domain/instrument/card.ts';
import { Badge } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const TONES = {
  emitted: 'new',
  issued: 'success',
  replaced: 'info',
  blocked: 'critical',
  expired: 'warning',
} as const satisfies Record<CardState, string>;

export const CardStateBadge = ({ state }: { readonly state: CardState }) => (
  <Badge tone={TONES[state]}>{useText().customer.cardStates[state]}</Badge>
);
