/** The wizard’s fields of dated notes on cards. */
export const noteFields = {
  notes: 'Keep dated notes on the cards',
  notesHelp: 'Such as an optician’s record. Staff write and read them; the poster tells the holder so.',
  notesLabel: 'What they are called',
  notesLabelHelp: 'Stands above them on the customer’s page and at the till.',
};

/** Dated notes on the cards of a customer. */
export const notes = {
  of: (label: string, program: string) => `${label} (${program})`,
  none: 'Nothing has been written yet.',
  noCard: 'There is no card in use to write on.',
  day: 'Day',
  text: 'Note',
  add: 'Write it down',
  added: 'Written down.',
  correct: 'Correct',
  correctOf: (day: string) => `Correct the note of ${day}`,
  save: 'Save the note',
  corrected: 'Corrected.',
  correctedAt: (at: string) => `Corrected on ${at}`,
  remove: 'Remove',
  removeOf: (day: string) => `Remove the note of ${day}`,
  removed: 'Removed.',
  removeDialog: {
    title: 'Remove this note?',
    message: 'It is gone for good, and nobody can bring it back.',
    confirm: 'Remove the note',
  },
  onCard: (number: string) => `On card ${number}`,
  cut: 'Older ones are not shown.',
};
