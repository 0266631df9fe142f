import type { StoredEvent } from '@sightline/protocol';
import { KINDS, kindOf, type EventKind } from './event-kind.ts';
import { targetOf } from './target-of.ts';

/** Which of a session's events are listed, as the URL carries it. */
export interface EventFilter {
  find?: string;
  /** Absent: all kinds. */
  kind?: EventKind;
  name?: string;
}

/** Reads the filter's part of a URL; what cannot be read is left out. */
export function readEventFilter(search: Record<string, unknown>): EventFilter {
  const kind = KINDS.find((each) => each === search.kind);
  return {
    ...(typeof search.find === 'string' && search.find.trim() !== '' ? { find: search.find } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof search.name === 'string' && search.name !== '' ? { name: search.name } : {}),
  };
}

/** Whether a filter lets an event through. Words are looked for in everything an event carries. */
export function eventTest({ find, kind, name }: EventFilter): (event: StoredEvent) => boolean {
  const text = find?.trim().toLocaleLowerCase();
  return (event) =>
    (kind === undefined || kindOf(event) === kind) &&
    (name === undefined || event.name === name) &&
    (text === undefined || contains(event, text));
}

function contains(event: StoredEvent, text: string): boolean {
  const quick = `${event.name} ${targetOf(event)} ${event.url}`;
  return (
    quick.toLocaleLowerCase().includes(text) ||
    JSON.stringify([event.details, event.metadata, event.applicationSpecificData]).toLocaleLowerCase().includes(text)
  );
}
