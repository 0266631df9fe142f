/*
 * How far a session went through steps, as expressions on a row with what it took of them: `masks` tells which an event may be, a bit for each, `times` when
 * it was.
 */

/** Which event is a step, 0 where none is: the first that may be it after the step before, as no other choice gets further. Looks at the step before by its name. */
const placeOf = (step: number): string =>
  step === 0
    ? '(arrayFirstIndex(mask -> bitTest(mask, 0), masks) AS step0)'
    : `(if(step${step - 1} = 0, 0, arrayFirstIndex((mask, place) -> bitTest(mask, ${step}) AND place > step${step - 1}, masks, arrayEnumerate(masks))) AS step${step})`;

const placesOf = (steps: number): string[] => Array.from({ length: steps }, (_, step) => placeOf(step));

/** That it took all of them. */
export const tookAll = (steps: number): string =>
  placesOf(steps)
    .map((place) => `${place} > 0`)
    .join(' AND ');

/** For each step it reached, how many ms after the step before. */
export function furthest(steps: number): string {
  const gaps = placesOf(steps).map((place, step) => (step === 0 ? `if(${place} = 0, 0, 0)` : `times[${place}] - times[step${step - 1}]`));
  const reached = gaps.map((_, step) => `toUInt8(step${step} > 0)`);
  return `arraySlice([${gaps.join(', ')}], 1, ${reached.join(' + ')})`;
}

/** The first chain stands; one that began later can only do more where time is short. So for each step the times of the furthest chain that reached it. */
export function furthestWithin(steps: number, within: string): string {
  // An event continues the chain of the step before as that stood before it, so it is no two steps of one chain.
  const start = 'if(place = 1, time, chains[place - 1][1])';
  const isNext = `bitTest(mask, place - 1) AND (place = 1 OR (notEmpty(chains[place - 1]) AND time - chains[place - 1][1] <= ${within}))`;
  const isBetter = `(empty(chain) OR (place < length(chains) AND chain[1] < ${start}))`;
  const next = `if(${isNext} AND ${isBetter}, if(place = 1, [time], arrayPushBack(chains[place - 1], time)), chain)`;
  const chains = `arrayFold((chains, mask, time) -> arrayMap((chain, place) -> ${next}, chains, arrayEnumerate(chains)),
    masks, times, arrayWithConstant(${steps}, emptyArrayInt64()))`;
  return `arrayMap(chain -> if(length(chain) = 1, 0, chain[-1] - chain[-2]), arrayFilter(chain -> notEmpty(chain), ${chains}))`;
}
