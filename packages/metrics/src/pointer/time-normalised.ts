/** Values at `steps` equally spaced times from the first to the last, between the known ones on straight lines. */
export function timeNormalised(times: readonly number[], values: readonly number[], steps: number): number[] {
  const from = times[0] ?? 0;
  const length = (times.at(-1) ?? from) - from;
  const even: number[] = [];
  let next = 1;
  for (let step = 0; step < steps; step += 1) {
    const at = steps > 1 ? from + (length * step) / (steps - 1) : from;
    while (next < times.length - 1 && (times[next] ?? 0) < at) next += 1;
    const before = times[next - 1] ?? from;
    const after = times[next] ?? from;
    const value = values[next - 1] ?? 0;
    even.push(after > before ? value + ((values[next] ?? value) - value) * ((at - before) / (after - before)) : value);
  }
  return even;
}
