import { instantWords } from './instant-words.ts';

/** One instant as a reader in a zone says it; who tells many keeps `instantWords`. */
export const formatInstant = (at: number, { now, ...zone }: { now: number; timeZone?: string; locale?: string }): string =>
  instantWords(zone).short(at, now);

/** One exact instant, for hovering. */
export const exactInstant = (at: number, zone: { timeZone?: string; locale?: string } = {}): string => instantWords(zone).exact(at);
