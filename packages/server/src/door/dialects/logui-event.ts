import { LIMITS, LogUIEvent, MetadataEntry, type JsonObject, type SessionId } from '@sightline/protocol';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { EventRow } from '../../batch.ts';
import { isoTime } from '../iso-time.ts';
import { nestsWithin } from '../nests-within.ts';
import { problemOf } from '../problem-of.ts';

/** What the connection knows of its events. */
export interface LogUIContext {
  session: SessionId;
  /** The client's clock as the session began, and as this page loaded LogUI. */
  startedAt: number;
  loadedAt: number;
  /** The frame is so small that no event of it can be over the limit. */
  small: boolean;
}

/** Turns one event of the shipped LogUI client into a row, or says why it cannot. */
export type ReadLogUIEvent = (item: unknown, context: LogUIContext) => EventRow | string;

/** Compiles the check of shipped LogUI's events. */
export function logUIEventReader(): ReadLogUIEvent {
  const check = Compile(LogUIEvent);
  const isMetadata = Compile(Type.Array(MetadataEntry));
  return (item, context) => {
    if (!check.Check(item)) return problemOf(check, item, 'the event').reason;
    const { eventType, eventDetails, sessionID, timestamps, applicationSpecificData, metadata, ...unknown } = item;
    const wallAt = isoTime(timestamps.eventTimestamp);
    if (wallAt === undefined) return `timestamps.eventTimestamp must be ISO 8601, got ${JSON.stringify(timestamps.eventTimestamp)}`;
    if (!nestsWithin(item, LIMITS.nesting)) return `the event must nest at most ${LIMITS.nesting} deep, got more`;
    if (!context.small && JSON.stringify(item).length > LIMITS.eventBytes)
      return `the event must be at most ${LIMITS.eventBytes} characters of JSON, got more`;
    const entries = isMetadata.Check(metadata) ? metadata : undefined;
    const data = isObject(applicationSpecificData) ? applicationSpecificData : undefined;
    return {
      sequence: 0,
      type: eventType,
      name: nameOf(eventType, eventDetails),
      at: wallAt,
      wallAt,
      monotonicAt: null,
      epoch: 0,
      pageView: null,
      url: '',
      details: eventDetails,
      metadata: entries ?? [],
      applicationSpecificData: data ?? {},
      extra: {
        ...(sessionID === context.session ? {} : { sessionID: sessionID ?? null }),
        timestamps: withoutKnown(timestamps, wallAt),
        ...correction(timestamps, wallAt, context),
        ...(entries === undefined && metadata !== undefined ? { metadata } : {}),
        ...(entries?.length === 0 && eventType !== 'interactionEvent' ? { metadata } : {}),
        ...(data === undefined && applicationSpecificData !== undefined ? { applicationSpecificData } : {}),
        ...unknown,
      },
    };
  };
}

/** A page's own message may have any shape; the others say what they are in `type`. */
function nameOf(eventType: string, details: JsonObject): string {
  const name = eventType === 'customEvent' ? (details.name ?? details.type) : details.type;
  return typeof name === 'string' && name !== '' ? name.slice(0, LIMITS.nameLength) : eventType;
}

function withoutKnown(timestamps: LogUIEvent['timestamps'], wallAt: number): JsonObject {
  const { eventTimestamp, ...since } = timestamps;
  return eventTimestamp === new Date(wallAt).toISOString() ? since : timestamps;
}

/** Before the handshake's answer LogUI counts from 1970; no session lasts three years. */
const isEpochSized = (value: unknown): boolean => typeof value === 'number' && value > 1e11;

function correction(
  { sinceSessionStartMillis, sinceLogUILoadMillis }: LogUIEvent['timestamps'],
  wallAt: number,
  { startedAt, loadedAt }: LogUIContext,
): JsonObject {
  const ofSession = isEpochSized(sinceSessionStartMillis) ? { sinceSessionStartMillis: wallAt - startedAt } : {};
  const ofLoad = isEpochSized(sinceLogUILoadMillis) ? { sinceLogUILoadMillis: wallAt - loadedAt } : {};
  const corrected = { ...ofSession, ...ofLoad };
  return Object.keys(corrected).length === 0 ? {} : { corrected };
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
