/** A web vital, as the `web-vitals` library reports it. */
export interface Vital {
  name: string;
  value: number;
  rating: string;
  id: string;
  navigationType: string;
}

/** Where the page waits for the vitals: the add-on is a script of its own and finds it here. */
export function vitalsPlace(window: Window) {
  const place = window as unknown as Record<symbol, ((vital: Vital) => void) | undefined>;
  const key = Symbol.for('sightline-vitals');
  return {
    get: () => place[key],
    set: (hear: ((vital: Vital) => void) | undefined) => (place[key] = hear),
  };
}
