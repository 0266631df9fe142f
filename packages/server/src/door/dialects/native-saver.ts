import { randomUUID } from 'node:crypto';
import {
  LIMITS,
  type EventPayload,
  type JsonObject,
  type RefusedEvent,
  type SessionId,
  type TabId,
  type VisitorId,
} from '@sightline/protocol';
import type { EventRow, RefusedRow } from '../../batch.ts';
import { clockOffset } from '../clock-offset.ts';
import type { FlightGate } from '../flight-gate.ts';
import type { Intake } from '../intake.ts';
import { keptAside } from '../kept-aside.ts';
import { pageUrls } from '../page-urls.ts';
import type { ReadNativeEvent } from './native-event.ts';
import type { TakeRecording } from './native-recording.ts';

/** Whose events they are. */
export interface NativeSession {
  gate: FlightGate;
  session: SessionId;
  /** Undefined where the client does not number its events. */
  tab: TabId | undefined;
  visitor: VisitorId | null;
  agent: string;
}

/** A payload to save, with what holds for all of its events. */
export interface ToSave {
  payload: EventPayload;
  applicationSpecificData: JsonObject;
  receivedAt: number;
  /** Characters of the message it came in. */
  length: number;
}

/** What became of a payload: it is on disk. */
export interface Saved {
  /** Events. */
  stored: number;
  /** Chunks and assets of recordings. */
  recorded: number;
  refused: RefusedEvent[];
}

/** Saves the payloads of one native client. */
export type SaveNative = (session: NativeSession, toSave: ToSave) => Promise<Saved>;

/** Reads, numbers, recognises and hands on the events of one connection. */
export function nativeSaver(intake: Intake, readEvent: ReadNativeEvent, takeRecording: TakeRecording): SaveNative {
  const ownTab = randomUUID() as string as TabId;
  const clock = clockOffset();
  const urls = pageUrls(intake.urls);
  let ownNext = 0;

  /** Everything up to the disk in one go: what waits for the disk holds numbers, not events, or the garbage collector copies them. */
  const take = (from: NativeSession, { payload, applicationSpecificData, receivedAt, length }: ToSave) => {
    const { flight } = from.gate;
    const tab = payload.tab ?? from.tab;
    const session = ((payload.session ?? from.session) as string).toLowerCase() as SessionId;
    const offset = payload.clock === undefined ? undefined : clock.see(payload.clock, receivedAt, epochOf(payload.events));
    const context = {
      numbered: tab !== undefined,
      offset,
      applicationSpecificData,
      urlOf: (pageView: string) => urls.urlOf(flight, pageView),
      small: length <= LIMITS.eventBytes,
    };

    const rows: EventRow[] = [];
    const kept: RefusedRow[] = [];
    const refused: RefusedEvent[] = [];
    const seen = new Set<number>();
    payload.events.forEach((event, index) => {
      let row = readEvent(event, context);
      if (typeof row !== 'string' && tab !== undefined && seen.has(row.sequence))
        row = `sequence ${row.sequence} stands in the batch twice`;
      if (typeof row === 'string') {
        const reason = `event ${index}: ${row}`;
        refused.push({ index, reason });
        kept.push(keptAside(event, reason));
        return;
      }
      if (tab === undefined) row.sequence = ownNext++;
      else seen.add(row.sequence);
      if (row.pageView !== null && hasUrl(event)) urls.learn(flight, row.pageView, row.url);
      rows.push(row);
    });
    urls.share();

    const sequences = rows.map(({ sequence }) => sequence);
    for (const { sequence } of kept) if (sequence !== null && !seen.has(sequence)) sequences.push(sequence);
    const admission =
      tab === undefined ? undefined : intake.tabs.admit(`${flight} ${session} ${tab.toLowerCase()}`, sequences, payload.resent === true);
    const isNew = ({ sequence }: { sequence: number | null }) =>
      sequence === null || admission === undefined || !admission.known.has(sequence);
    const anyKnown = admission !== undefined && admission.known.size > 0;
    const recording = takeRecording(payload, { flight, session, tab, offset });
    const admissions = [admission, recording.admission].filter((each) => each !== undefined);
    refused.push(...recording.refused);

    const delivered = intake.deliver({
      application: from.gate.application,
      flight,
      session,
      sessionRef: '',
      tab: (tab ?? ownTab).toLowerCase() as TabId,
      visitor: from.visitor,
      dialect: 'native',
      agent: from.agent,
      receivedAt,
      offsetMs: offset?.offsetMs ?? null,
      offsetErrorMs: offset?.errorMs ?? null,
      fresh: admissions.every(({ fresh }) => fresh),
      events: anyKnown ? rows.filter(isNew) : rows,
      refused: [...(anyKnown ? kept.filter(isNew) : kept), ...recording.kept],
      recordings: recording.recordings,
      ...(recording.assets.length > 0 && { assets: recording.assets }),
    });
    for (const each of admissions) {
      each.settle(delivered);
      intake.counts.duplicates += each.known.size;
    }
    const waited = [
      ...admissions.flatMap((each) => each.originals ?? []),
      ...identitiesOf(rows).map((identity) => register(from, identity)),
    ];
    const safe = waited.length === 0 ? delivered : Promise.all([delivered, ...waited]);
    return { safe, saved: { stored: rows.length, recorded: recording.taken, refused } };
  };

  const register = ({ gate, visitor }: NativeSession, { email, saidAt }: Identity) =>
    visitor === null
      ? Promise.resolve()
      : intake.people.register({ application: gate.application, flight: gate.flight, visitor, email, at: intake.now(), saidAt });

  return async (from, toSave) => acknowledged(take(from, toSave));
}

/** A function of its own: a closure in `take` would keep all that `take` holds. */
const acknowledged = ({ safe, saved }: { safe: Promise<unknown>; saved: Saved }): Promise<Saved> => safe.then(() => saved);

/** What the page called its visitor. A batch that comes again says so again, so a registry that was away misses nobody. */
function identitiesOf(rows: readonly EventRow[]): Identity[] {
  const said = new Map<string, number>();
  for (const { name, type, at, details } of rows) {
    const { person } = details;
    if (name !== 'identified' || type !== 'statusEvent' || typeof person !== 'string') continue;
    if (person.trim() === '' || person.length > LIMITS.personLength) continue;
    said.set(person, Math.max(at, said.get(person) ?? at));
  }
  return [...said].map(([email, saidAt]) => ({ email, saidAt }));
}

interface Identity {
  email: string;
  /** When the page last said so, by the server's clock. */
  saidAt: number;
}

const hasUrl = (event: unknown): boolean => typeof event === 'object' && event !== null && 'url' in event;

function epochOf(events: readonly unknown[]): number {
  const last = events.at(-1);
  return typeof last === 'object' && last !== null && 'epoch' in last && typeof last.epoch === 'number' ? last.epoch : 0;
}
