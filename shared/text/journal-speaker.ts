import type { Format } from './format/format.ts';
import type { Text } from './text.ts';

/** What the words need to know: the language's sentences, how it writes values, and what things are called. */
export type JournalSpeaker = {
  readonly text: Text;
  readonly format: Format;
  readonly programNames: Readonly<Record<string, string>>;
  /** Of the version that held for the entry, by program; a level without a name is ''. */
  readonly levelNames: Readonly<Record<string, readonly string[]>>;
  /** Of the order that a refund belongs to. */
  readonly orderName: string | null;
};
