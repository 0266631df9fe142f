/** An address with its path first: the host is mostly the same, and may be cut. */
export function Address({ url }: { url: string }) {
  if (!URL.canParse(url)) return url || '–';
  const { host, pathname, search, hash } = new URL(url);
  return (
    <>
      {`${pathname}${search}${hash}`} <span className="quiet">{host}</span>
    </>
  );
}
