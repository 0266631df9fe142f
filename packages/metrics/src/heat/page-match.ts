/** The path of an address, as the store has it: without host, query and fragment; empty where there is none. */
export const pathOfUrl = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(\/[^?#]*)/i.exec(url)?.[1] ?? '';

/** Whether a path is meant: the path alone, or what begins with it where it ends in `*`. */
export function pathMatch(path: string): (given: string) => boolean {
  const start = path.endsWith('*') ? path.slice(0, -1) : undefined;
  return (given) => (start === undefined ? given === path : given.startsWith(start));
}

/** Whether an address is of a page. */
export function pageMatch(path: string): (url: string) => boolean {
  const isMeant = pathMatch(path);
  return (url) => isMeant(pathOfUrl(url));
}
