/** The name of the visitor's time zone. `Intl` takes 10 ms and more to make ready for it, where there is no `Temporal` to ask. */
export const timeZone = ({ Temporal, Intl }: Window & typeof globalThis & { Temporal?: { Now: { timeZoneId(): string } } }): string =>
  Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
