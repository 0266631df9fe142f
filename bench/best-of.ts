/** Runs something several times and answers the best: other work on the machine only ever slows a run down. */
export async function bestOf<Result>(rounds: number, run: () => Promise<Result>, rate: (result: Result) => number): Promise<Result> {
  let best = await run();
  for (let round = 1; round < rounds; round += 1) {
    const result = await run();
    if (rate(result) > rate(best)) best = result;
  }
  return best;
}
