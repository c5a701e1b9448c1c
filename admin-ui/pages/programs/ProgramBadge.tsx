import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { Badge } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const TONES = { draft: 'info', published: 'success', ended: 'new' } as const;

export const ProgramBadge = ({ state }: Pick<ProgramRowView, 'state'>) => (
  <Badge tone={TONES[state]}>{useText().programs.states[state]}</Badge>
);
