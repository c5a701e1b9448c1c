/** Does the same for each, a few at once; ends when all have ended, or throws what the first that failed threw. */
export async function eachOf<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items].reverse();
  const goOn = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, goOn));
}
