import { useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import { type AskedQuote, useQuoteWhy } from '../../api/useCustomer.ts';
import { useFaultAt } from '../../parts/faults.ts';
import { useValues } from '../../parts/useValues.ts';
import { useShopView } from '../../session/shop.tsx';
import { emptyLine, readTried, type Tried, type TriedLine } from './read-tried.ts';

const EMPTY: Tried = {
  lines: [emptyLine],
  when: 'now',
  day: '',
  time: '',
  reference: '',
  channel: 'web',
  location: '',
};

/** A cart as it is typed, and the quote of it once somebody asks. */
export function useTriedCart(customerId: string) {
  const { values, set } = useValues(EMPTY);
  const { currency, timeZone } = useShopView();
  const [asked, setAsked] = useState<AskedQuote | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const faultAt = useFaultAt();
  const query = useQuoteWhy(customerId, asked);
  const ask = () => {
    const found: Fault[] = [];
    const read = readTried(values, { currency, timeZone }, (path, wrong) => found.push({ path, ...wrong }));
    setFaults(found);
    if (found.length > 0) return;
    setAsked(read);
    if (asked !== null && JSON.stringify(asked) === JSON.stringify(read)) void query.refetch();
  };
  const setLine = (index: number, change: Partial<TriedLine>) =>
    set(
      'lines',
      values.lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
    );
  return {
    values,
    set,
    setLine,
    addLine: () => set('lines', [...values.lines, emptyLine]),
    removeLine: (index: number) =>
      set(
        'lines',
        values.lines.filter((_, at) => at !== index),
      ),
    faultOf: (path: string) => faultAt(faults, path),
    asked,
    query,
    ask,
  };
}

export type TriedCart = ReturnType<typeof useTriedCart>;
