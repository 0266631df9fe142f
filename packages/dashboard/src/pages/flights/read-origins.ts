import { text } from '../../text/text.ts';

const ORIGIN = /^https?:\/\/(?:\*\.)?[^\s/*:?#@]+(?::(?:\d{1,5}|\*))?$|^https?:\/\/\[[\da-f:]+\](?::(?:\d{1,5}|\*))?$/i;

/** Origins out of what somebody typed or pasted: one on a line, each once; of a page's address its origin is taken. */
export const readOrigins = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,]+/)
      .map(originOf)
      .filter(Boolean),
  ),
];

/** Stars stand in origins and in no address: what has one is left as it was typed, but for a slash at its end. */
const originOf = (typed: string): string =>
  /^https?:\/\//i.test(typed) && !typed.includes('*') && URL.canParse(typed) ? new URL(typed).origin : typed.replace(/\/$/, '');

/** What is wrong with one origin, if anything. The server decides; this only says it sooner. */
export const originProblem = (origin: string): string | undefined =>
  origin === '*' || ORIGIN.test(origin) ? undefined : text.flights.originWrong(origin);
