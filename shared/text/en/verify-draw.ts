/** What the command that checks a draw says. */
export const verifyDraw = {
  usage: 'Expected one file: npm run verify-draw -- draw.json',
  whole: 'the whole',
  parts: {
    commitment: 'Commitment (seed and terms are those of the opening)',
    list: 'List (the lots are those that were frozen)',
    winners: 'Winners (they follow from seed and list)',
  },
  holds: 'holds',
  fails: 'DOES NOT HOLD',
  unknown: 'nothing to check yet',
};
