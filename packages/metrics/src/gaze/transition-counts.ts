/** How often the gaze went from one area to another. */
export interface Transition {
  from: string;
  to: string;
  count: number;
  /** Share of the ways out of `from`. */
  probability: number;
}

/** Counts successive visits to different areas, most frequent first; nothing leads from one sequence of visits to another. */
export function transitionCounts(...sequences: readonly (readonly string[])[]): Transition[] {
  const rows = new Map<string, Map<string, number>>();
  for (const visited of sequences) {
    visited.forEach((to, index) => {
      const from = visited[index - 1];
      if (from === undefined || from === to) return;
      const row = rows.get(from) ?? new Map<string, number>();
      rows.set(from, row.set(to, (row.get(to) ?? 0) + 1));
    });
  }
  return [...rows]
    .flatMap(([from, row]) => {
      const out = [...row.values()].reduce((sum, count) => sum + count, 0);
      return [...row].map(([to, count]) => ({ from, to, count, probability: count / out }));
    })
    .toSorted((a, b) => b.count - a.count);
}
