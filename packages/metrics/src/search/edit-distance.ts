/** How many letters have to be inserted, deleted or replaced to make one word of the other. */
export function editDistance(a: string, b: string): number {
  const [short, long] = [[...a], [...b]];
  let row = Array.from({ length: short.length + 1 }, (_, index) => index);
  long.forEach((letter, index) => {
    const next = [index + 1];
    short.forEach((other, at) => {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
