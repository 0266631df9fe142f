import type { Sample } from './cursor-samples.ts';

/** The path at `steps` equally spaced times from its first to its last sample, between samples on straight lines. */
export function timeNormalised(path: readonly Sample[], steps: number): Sample[] {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last || steps < 2) return [...path];
  let next = 1;
  return Array.from({ length: steps }, (_, step) => {
    const at = first.at + ((last.at - first.at) * step) / (steps - 1);
    while (next < path.length - 1 && (path[next]?.at ?? Infinity) < at) next += 1;
    const [from, to] = [path[next - 1] ?? first, path[next] ?? last];
    const share = to.at > from.at ? Math.min(1, Math.max(0, (at - from.at) / (to.at - from.at))) : 1;
    return { at, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}
