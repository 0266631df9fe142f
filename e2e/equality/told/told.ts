/** What one tab tells: when (ms since the visit began), the event's name, its details and its metadata. */
export type Told = readonly [at: number, name: string, details?: object, metadata?: Record<string, string>];

/** Events in a row, so many ms apart. */
export const every = (ms: number, from: number, name: string, details: readonly object[]): Told[] =>
  details.map((each, index) => [from + index * ms, name, each]);
