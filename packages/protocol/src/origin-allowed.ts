/** Whether a page's origin is among a flight's allowed origins: exact, with any port (`http://localhost:*`), any subdomain (`https://*.example.org`), or `*`. */
export const originAllowed = (origin: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => pattern === '*' || pattern === origin || matches(pattern.toLowerCase(), origin.toLowerCase()));

function matches(pattern: string, origin: string): boolean {
  if (pattern === origin) return true;
  if (!pattern.includes('*')) return false;
  const wanted = partsOf(pattern);
  const given = partsOf(origin);
  if (wanted === undefined || given === undefined || wanted.scheme !== given.scheme) return false;
  return hostMatches(wanted.host, given.host) && (wanted.port === '*' || wanted.port === given.port);
}

/** `*.example.org` stands for one or more labels before `example.org`, and not for `example.org` itself. */
const hostMatches = (wanted: string, given: string): boolean =>
  wanted.startsWith('*.') ? given.endsWith(wanted.slice(1)) && given.length > wanted.length - 1 : wanted === given;

function partsOf(origin: string): { scheme: string; host: string; port: string } | undefined {
  const [, scheme, host, port] = /^([a-z][a-z0-9+.-]*):\/\/(\[[0-9a-f:.]+\]|[^/:@?#]+)(?::(\d{1,5}|\*))?$/.exec(origin) ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme, host, port: port ?? '' };
}
