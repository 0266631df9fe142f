const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether pages that are elsewhere would be given an address that only this computer knows. */
export function isOnlyHere(console: { hostname: string }, origins: readonly string[]): boolean {
  return LOOPBACK.test(console.hostname) && origins.some((origin) => !LOOPBACK.test(hostOf(origin)));
}

/** An origin may have stars, which no URL has. */
const hostOf = (origin: string): string => /^https?:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(origin)?.[1]?.toLowerCase() ?? origin;
