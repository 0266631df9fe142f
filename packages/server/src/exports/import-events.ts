import { isUuid, type SessionId } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import type { ExportedEvent } from './exported-event.ts';
import { loadEvents, type ImportPlace } from './load-events.ts';

export interface ImportResult {
  lines: number;
  sessions: number;
}

/** A line that is no event of an export; nothing of its run is stored. */
export class ImportLineInvalid extends Error {
  override readonly name = 'ImportLineInvalid';
}

/** Events of a load: one insert each, as large as the spool's segments. */
const LOAD_EVENTS = 20_000;

/**
 * Stores the lines of a JSONL export in a flight. Session, tab and sequence stay what they were and are the store's key: what is
 * there already is not stored again, so that an import may be repeated after any interruption.
 */
export async function importEvents(
  lines: AsyncIterable<string>,
  { store, place, folder }: { store: Pick<Store, 'load'>; place: ImportPlace; folder: string },
): Promise<ImportResult> {
  const sessions = new Set<string>();
  let number = 0;
  let run: ExportedEvent[] = [];
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const event = eventOf(line, number);
    sessions.add(event.session);
    run.push(event);
    if (run.length < LOAD_EVENTS) continue;
    await loadEvents(run, { store, place, folder });
    run = [];
  }
  if (run.length > 0) await loadEvents(run, { store, place, folder });
  return { lines: number, sessions: sessions.size };
}

function eventOf(line: string, number: number): ExportedEvent {
  let given: Partial<ExportedEvent>;
  try {
    given = JSON.parse(line) as Partial<ExportedEvent>;
  } catch (error) {
    throw invalid(number, `it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof given !== 'object' || given === null) throw invalid(number, `it must be an object, got ${line.slice(0, 40)}`);
  for (const [field, kind] of FIELDS) {
    if (!kind.is(given[field])) throw invalid(number, `${field} must be ${kind.words}, got ${JSON.stringify(given[field]) ?? 'nothing'}`);
  }
  return {
    visitor: null,
    agent: '',
    offsetMs: null,
    offsetErrorMs: null,
    extra: {},
    sessionRef: given.session as SessionId,
    ...given,
  } as ExportedEvent;
}

const invalid = (number: number, what: string) => new ImportLineInvalid(`line ${number}: ${what}`);

interface Kind {
  words: string;
  is(value: unknown): boolean;
}

const ID: Kind = { words: 'an id', is: (value) => typeof value === 'string' && isUuid(value) };
const ID_OR_NULL: Kind = { words: 'an id or null', is: (value) => value === null || ID.is(value) };
const TEXT: Kind = { words: 'a text', is: (value) => typeof value === 'string' };
const WHOLE: Kind = { words: 'a whole number', is: Number.isSafeInteger };
const COUNT: Kind = {
  words: 'a whole number from 0 to 4294967295',
  is: (value) => WHOLE.is(value) && Number(value) >= 0 && Number(value) < 2 ** 32,
};
const NUMBER_OR_NULL: Kind = { words: 'a number or null', is: (value) => value === null || Number.isFinite(value) };
const OBJECT: Kind = { words: 'an object', is: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) };
const LIST: Kind = { words: 'a list', is: Array.isArray };
const oneOf = (...values: string[]): Kind => ({
  words: `one of ${values.join(', ')}`,
  is: (value) => values.some((each) => each === value),
});

/** One bad row fails a whole load: all is checked before. */
const FIELDS: readonly (readonly [keyof ExportedEvent, Kind])[] = [
  ['session', ID],
  ['tab', ID],
  ['sequence', COUNT],
  ['type', oneOf('statusEvent', 'browserEvent', 'interactionEvent', 'customEvent')],
  ['name', TEXT],
  ['at', WHOLE],
  ['wallAt', WHOLE],
  ['monotonicAt', NUMBER_OR_NULL],
  ['epoch', COUNT],
  ['receivedAt', WHOLE],
  ['pageView', ID_OR_NULL],
  ['url', TEXT],
  ['details', OBJECT],
  ['metadata', LIST],
  ['applicationSpecificData', OBJECT],
  ['dialect', oneOf('native', 'logui', 'recording-backend', 'unt')],
];
