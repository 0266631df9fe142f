/** How often a coordinate changes its direction; movements of at most the threshold between two changes do not count. */
export function flips(values: readonly number[], threshold: number): number {
  const ways: number[] = [];
  values.forEach((value, index) => {
    const delta = index === 0 ? 0 : value - (values[index - 1] ?? value);
    if (delta === 0) return;
    const last = ways.at(-1);
    if (last !== undefined && last > 0 === delta > 0) ways[ways.length - 1] = last + delta;
    else ways.push(delta);
  });
  const long = ways.filter((way) => Math.abs(way) > threshold);
  return long.filter((way, index) => index > 0 && way > 0 !== (long[index - 1] ?? way) > 0).length;
}

/** How often a coordinate crosses the value it began with. */
export function reversals(values: readonly number[]): number {
  const start = values[0] ?? 0;
  const sides = values.map((value) => Math.sign(value - start)).filter((side) => side !== 0);
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
}
