const STEPS = [
  { unit: 'second', ms: 1_000, until: 60_000 },
  { unit: 'minute', ms: 60_000, until: 3_600_000 },
  { unit: 'hour', ms: 3_600_000, until: 86_400_000 },
  { unit: 'day', ms: 86_400_000, until: Number.POSITIVE_INFINITY },
] as const;

/** How long ago something was: `12 seconds ago`; `now` within the last second. */
export function formatAgo(at: number, { now, locale = 'en' }: { now: number; locale?: string }): string {
  const ms = Math.max(0, now - at);
  const step = STEPS.find(({ until }) => ms < until) ?? STEPS[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(ms / step.ms), step.unit);
}
