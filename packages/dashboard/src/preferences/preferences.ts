/** How somebody wants to see things, in one browser. */
export interface Preferences {
  /** An IANA name; absent: the computer's. */
  timeZone?: string;
  density: 'comfortable' | 'compact';
}

export const DEFAULT_PREFERENCES: Preferences = { density: 'comfortable' };
export const PREFERENCES_KEY = 'sightline-preferences';

/** Reads what was kept; what cannot be read is as if nobody had chosen. */
export function readPreferences(kept: string | null): Preferences {
  try {
    const { timeZone, density } = JSON.parse(kept ?? '{}') as Record<string, unknown>;
    return {
      ...(typeof timeZone === 'string' && isTimeZone(timeZone) ? { timeZone } : {}),
      density: density === 'compact' ? 'compact' : 'comfortable',
    };
  } catch {
    // Another program's text under our name, or half of ours.
    return DEFAULT_PREFERENCES;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return false;
  }
}
