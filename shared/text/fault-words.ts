import type { Fault, FaultFacts } from '../domain/fault.ts';
import type { ToldFaultSentences } from './fault-sentences.ts';
import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

/** The language's sentences, and how it writes what they name. */
export type FaultSpeaker = { readonly text: Pick<Text, 'faults' | 'refusals'>; readonly format: Format };

/** What is wrong, without its place. A page that is older than its server may not have the sentence: it says so. */
export function faultWords(fault: Fault, { text, format }: FaultSpeaker): string {
  if (!(fault.code in text.faults)) return text.refusals.bad_request;
  return fault.facts === undefined ? text.faults[fault.code] : toldWords(fault, text.faults, format);
}

const toldWords = <Code extends keyof FaultFacts>(
  { code, facts }: { readonly code: Code; readonly facts: FaultFacts[Code] },
  sentences: ToldFaultSentences,
  format: Format,
): string => sentences[code](facts, format);
