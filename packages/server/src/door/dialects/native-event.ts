import { LIMITS, unixMs, WireEvent, type JsonObject } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { EventRow } from '../../batch.ts';
import { corrected, type Offset } from '../clock-offset.ts';
import { nestsWithin } from '../nests-within.ts';
import { problemOf } from '../problem-of.ts';

/** What the batch says about each of its events. */
export interface EventContext {
  /** The client counts; else `sequence` is set by the server. */
  numbered: boolean;
  offset: Offset | undefined;
  applicationSpecificData: JsonObject;
  urlOf(pageView: string): string;
  /** The message is so small that no event of it can be over the limit. */
  small: boolean;
}

/** Turns one event of a native client into a row, or says why it cannot. */
export type ReadNativeEvent = (event: unknown, context: EventContext) => EventRow | string;

const KNOWN = new Set<string>(Object.keys(WireEvent.properties));

/** Compiles the check of native events. */
export function nativeEventReader(): ReadNativeEvent {
  const check = Compile(WireEvent);
  return (event, context) => {
    if (!check.Check(event)) return problemOf(check, event, 'the event').reason;
    const wallAt = unixMs(event.timestamp);
    if (wallAt === undefined) return `timestamp must be UNIX time before the year 2200, got ${String(event.timestamp)}`;
    if (context.numbered && event.sequence === undefined) return 'sequence is missing, which the batch needs as it names a tab';
    if (!nestsWithin(event, LIMITS.nesting)) return `the event must nest at most ${LIMITS.nesting} deep, got more`;
    if (!context.small && JSON.stringify(event).length > LIMITS.eventBytes)
      return `the event must be at most ${LIMITS.eventBytes} characters of JSON, got more`;
    const url = event.url ?? (event.pageView === undefined ? '' : context.urlOf(event.pageView));
    const other = otherFields(event);
    return {
      sequence: event.sequence ?? 0,
      type: event.eventType ?? 'customEvent',
      name: event.eventName,
      at: corrected(wallAt, context.offset),
      wallAt,
      monotonicAt: event.at ?? null,
      epoch: event.epoch ?? 0,
      pageView: event.pageView ?? null,
      url: url.length > LIMITS.urlLength ? url.slice(0, LIMITS.urlLength) : url,
      details: other === undefined ? (event.details ?? {}) : { ...other, ...event.details },
      metadata: event.metadata ?? [],
      applicationSpecificData: event.applicationSpecificData ?? context.applicationSpecificData,
      extra: extraOf(event, other, url),
    };
  };
}

/** PROTOCOL.md leaves an event's fields open: what it gives beside the ones it names is the page's own. */
function otherFields(event: WireEvent): JsonObject | undefined {
  let other: JsonObject | undefined;
  for (const key in event) {
    if (KNOWN.has(key)) continue;
    other = { ...other, [key]: (event as JsonObject)[key] };
  }
  return other;
}

const NOTHING: JsonObject = {};

/** What the row's other fields do not give back. */
function extraOf(event: WireEvent, other: JsonObject | undefined, url: string): JsonObject {
  const hidden =
    other === undefined || event.details === undefined ? [] : Object.entries(other).filter(([key]) => key in (event.details ?? {}));
  if (event.origin === undefined && hidden.length === 0 && url.length <= LIMITS.urlLength) return NOTHING;
  return {
    ...(event.origin === undefined ? {} : { origin: event.origin }),
    ...(url.length > LIMITS.urlLength ? { urlLength: url.length } : {}),
    ...Object.fromEntries(hidden),
  };
}
