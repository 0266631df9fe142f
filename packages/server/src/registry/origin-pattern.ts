import type { Refusal } from './refusal.ts';

const SHAPE = /^([a-z][a-z0-9+.-]*):\/\/(\*\.)?(\[[0-9a-f:.]+\]|[^\s/:*?#@[\]]+)(?::(\d{1,5}|\*))?\/?$/;
const USUAL_PORTS: Record<string, string> = { http: '80', https: '443' };

/**
 * An allowed origin in the form in which browsers write origins, so that it can be compared with them: `https://example.org`,
 * `http://localhost:*` (any port), `https://*.example.org`, or `*`.
 */
export function originPattern(text: string): string | Refusal {
  const given = text.trim().toLowerCase();
  if (given === '*') return given;
  const [, scheme, wildcard = '', host, port] = SHAPE.exec(given) ?? [];
  const name = scheme && host ? asciiHost(host) : undefined;
  if (!scheme || !name || (port !== undefined && port !== '*' && Number(port) > 65_535)) return refused(text);
  return `${scheme}://${wildcard}${name}${port === undefined || port === USUAL_PORTS[scheme] ? '' : `:${port}`}`;
}

/** Browsers write `münchen.example` as `xn--mnchen-3ya.example`. */
function asciiHost(host: string): string | undefined {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}

const refused = (text: string): Refusal => ({
  refusal: 'badOrigin',
  field: 'allowedOrigins',
  message: `allowedOrigins: an origin must look like https://example.org, http://localhost:*, https://*.example.org or *, got ${JSON.stringify(text)}`,
});
