import type { FaultFacts, PlainFaultCode } from '../domain/fault.ts';
import type { Format } from './format/format.ts';

/** Sentences that name something; `format` writes it as the reader's language does. */
export type ToldFaultSentences = {
  readonly [Code in keyof FaultFacts]: (facts: FaultFacts[Code], format: Format) => string;
};

/** A sentence for every fault. A new code does not compile without one, in any language. */
export type FaultSentences = Readonly<Record<PlainFaultCode, string>> & ToldFaultSentences;
