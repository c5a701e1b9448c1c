import type { SimulationRowView } from '../../../shared/contract/simulation.ts';
import { Badge } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const TONES = { waiting: 'new', running: 'info', done: 'success', failed: 'critical', cancelled: 'new' } as const;

export const SimulationBadge = ({ state }: Pick<SimulationRowView, 'state'>) => (
  <Badge tone={TONES[state]}>{useText().simulations.states[state]}</Badge>
);
