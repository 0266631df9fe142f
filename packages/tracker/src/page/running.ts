/** The tracker that runs on a window, whichever copy of the script started it. */
export interface Running<Tracker> {
  get(): Tracker | undefined;
  set(tracker: Tracker | undefined): void;
  /** Tells the developer of the page. */
  warn(message: string): void;
}

/** Remembers the running tracker on the window itself, under a name that no page uses by accident. */
export function runningOn<Tracker>(window: Window & typeof globalThis): Running<Tracker> {
  const key = Symbol.for('sightline');
  const place = window as unknown as Record<symbol, Tracker | undefined>;
  return {
    get: () => place[key],
    set: (tracker) => (place[key] = tracker),
    warn: (message) => warn(window, message),
  };
}

/** Says something to the developer of the page. */
export const warn = (window: Window & typeof globalThis, message: string): void => window.console.warn(`[sightline] ${message}`);
