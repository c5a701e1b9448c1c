import type { ProgramRowView } from '../../contract/program.ts';
import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

const states: Readonly<Record<ProgramRowView['state'], string>> = {
  draft: 'Draft',
  published: 'Running',
  ended: 'Ended',
};

/** The list of programs. */
export const programs = {
  title: 'Programs',
  add: 'Create program',
  states,
  mechanics: {
    fixed: 'Fixed percentage',
    levels: 'Levels',
    step_up: 'A step with every purchase',
    nth_item: 'A reward after so many items',
    marks: 'Marks that bring rewards',
  } as Readonly<Record<string, string>>,
  nameless: 'Without a name',
  hasDraft: 'Unpublished changes',
  columns: { name: 'Name', state: 'Status', mechanic: 'How it rewards', holders: 'Taking part', version: 'Version' },
  version: (version: number) => (version === 0 ? '–' : `Version ${version}`),
  holders: (count: number) => plural(count, { one: '# customer', other: '# customers' }),
  empty: {
    title: 'Turn buyers into regulars',
    message:
      'A program says what customers earn by coming back: a percentage, levels, a step with every visit, or a reward.',
  },
};
