import { text } from '../../text/text.ts';

const ORIGIN = /^https?:\/\/(?:\*\.)?[^\s/*:?#@]+(?::(?:\d{1,5}|\*))?$|^https?:\/\/\[[\da-f:]+\](?::(?:\d{1,5}|\*))?$/i;

/** Origins out of what somebody typed or pasted: one on a line, each once; a lone path's slash at the end is forgiven. */
export const readOrigins = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,]+/)
      .map((origin) => origin.replace(/\/$/, ''))
      .filter(Boolean),
  ),
];

/** What is wrong with one origin, if anything. The server decides; this only says it sooner. */
export const originProblem = (origin: string): string | undefined =>
  origin === '*' || ORIGIN.test(origin) ? undefined : text.flights.originWrong(origin);
