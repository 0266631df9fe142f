/** An address without what the reader knows anyway: the scheme and, for a home page, nothing after the host. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  const path = `${pathname}${search}${hash}`;
  return path === '/' ? host : `${host}${path}`;
}
