/** So many random histories as rules 6 ask for, the same ones each time; `npm run check` asks for a tenth of them. */
export const runs = (seed: number, numRuns = 10_000) => ({
  seed,
  numRuns: Math.min(numRuns, Number(process.env.HISTORIES ?? numRuns)),
});
