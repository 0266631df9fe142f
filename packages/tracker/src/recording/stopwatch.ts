/** Adds up how long pieces of work took, each once however they are nested. */
export interface Stopwatch {
  timed<Given extends unknown[], Value>(work: (...given: Given) => Value): (...given: Given) => Value;
  spentMs(): number;
}

/** A stopwatch on the clock of `now`. */
export function createStopwatch(now: () => number): Stopwatch {
  let spent = 0;
  let depth = 0;
  return {
    timed:
      (work) =>
      (...given) => {
        const began = now();
        depth += 1;
        try {
          return work(...given);
        } finally {
          depth -= 1;
          if (depth === 0) spent += now() - began;
        }
      },
    spentMs: () => spent,
  };
}
