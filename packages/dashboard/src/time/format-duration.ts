const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A length of time for reading: `0.4 s`, `14.2 s`, `3:05 min`, `2:04 h`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return '–';
  if (ms < MINUTE - 50) return `${(Math.round(ms / 100) / 10).toFixed(1)} s`;
  const whole = Math.round(ms / SECOND) * SECOND;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}:${two((whole % MINUTE) / SECOND)} min`;
  const minutes = Math.round(whole / MINUTE);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)} h`;
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
