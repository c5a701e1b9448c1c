import type { Fault } from '../../shared/domain/fault.ts';
import { Banner, List } from '../kit/words.ts';
import { useText } from '../session/shop.tsx';
import { useFaultWords } from './faults.ts';

type Props = { readonly faults: readonly Fault[]; readonly hasField: (path: string) => boolean };

/** Faults that have no field on this screen; nothing is swallowed. */
export function OtherFaults({ faults, hasField }: Props) {
  const { common } = useText();
  const words = useFaultWords();
  const others = faults.filter(({ path }) => !hasField(path));
  if (others.length === 0) return null;
  return (
    <Banner tone="warning" title={common.faultsElsewhere}>
      <List>
        {others.map((fault) => (
          <List.Item key={`${fault.path} ${words(fault)}`}>{words(fault)}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
