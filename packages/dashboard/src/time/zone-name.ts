/** The name of the zone that instants are told in: the reader's choice, else the computer's. */
export const zoneName = (timeZone: string | undefined): string => timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
