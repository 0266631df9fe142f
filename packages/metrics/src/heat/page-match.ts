/** The path of an address, as the store has it: without host, query and fragment; empty where there is none. */
export const pathOfUrl = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(\/[^?#]*)/i.exec(url)?.[1] ?? '';

/** Whether an address is of a page: the path alone, or what begins with it where it ends in `*`. */
export function pageMatch(path: string): (url: string) => boolean {
  const start = path.endsWith('*') ? path.slice(0, -1) : undefined;
  return (url) => (start === undefined ? pathOfUrl(url) === path : pathOfUrl(url).startsWith(start));
}
