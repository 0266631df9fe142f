/** A moment within a session, to the millisecond: `00:14.207`, `1:02:03.004`; before the start with a minus. */
export function formatOffset(ms: number): string {
  const whole = Math.round(Math.abs(ms));
  const hours = Math.floor(whole / 3_600_000);
  const minutes = pad(Math.floor(whole / 60_000) % 60, 2);
  const seconds = `${pad(Math.floor(whole / 1_000) % 60, 2)}.${pad(whole % 1_000, 3)}`;
  return `${ms < 0 && whole > 0 ? '−' : ''}${hours > 0 ? `${hours}:` : ''}${minutes}:${seconds}`;
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
