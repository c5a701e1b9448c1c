import { Badge } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

const TONES: Readonly<Record<string, 'info' | 'success' | 'warning' | 'critical'>> = {
  filed: 'info',
  leased: 'info',
  done: 'success',
  refused: 'warning',
  failed: 'critical',
};

export function DeliveryBadge({ state }: { readonly state: string }) {
  const { inbox } = useText();
  const tone = TONES[state];
  return <Badge {...(tone === undefined ? {} : { tone })}>{inbox.states[state] ?? state}</Badge>;
}
