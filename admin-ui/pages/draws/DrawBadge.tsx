import type { DrawRowView } from '../../../shared/contract/draw.ts';
import { Badge } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const TONES = { open: 'info', closed: 'attention', drawn: 'success', cancelled: 'new' } as const;

export const DrawBadge = ({ state }: Pick<DrawRowView, 'state'>) => (
  <Badge tone={TONES[state]}>{useText().draws.states[state]}</Badge>
);
