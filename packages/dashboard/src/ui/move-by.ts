/** Where a key leads in a list of rows; undefined for keys that do not move. */
export function moveBy(key: string, { at, count, page }: { at: number; count: number; page: number }): number | undefined {
  const target: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = target[key];
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1);
}
