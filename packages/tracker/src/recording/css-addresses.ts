/** An address in a style sheet: quoted, bare, or of an import. */
const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/gi;

/** Every address that a style sheet would load, as it is written. */
export const cssAddresses = (css: string): string[] => [...css.matchAll(ADDRESS)].map(([, one, two, three]) => one ?? two ?? three ?? '');

/** The style sheet with other addresses; what `to` has none for stays. */
export const withAddresses = (css: string, to: (address: string) => string | undefined): string =>
  css.replace(ADDRESS, (whole, one?: string, two?: string, three?: string) => {
    const address = to(one ?? two ?? three ?? '');
    return address === undefined ? whole : `url("${address}")`;
  });
