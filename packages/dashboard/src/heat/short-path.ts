/** The end of a path, which says most of what the element is. */
export function shortPath(path: string): string {
  const steps = path.split(/ >(?:>>)? /);
  return steps.length <= 2 ? path : `… ${steps.slice(-2).join(' > ')}`;
}
