import type { BaseLogger } from 'pino';
import type { Batch } from '../batch.ts';
import type { every } from '../every.ts';
import type { BackgroundProcess } from '../jobs/background/background-process.ts';
import type { SessionOfFlight } from '../store/question.ts';

export interface RecordingIndexerDeps {
  /** Reads a recording through and makes its checkpoints: a minute of work for eight hours, in which collecting must not wait. */
  process: BackgroundProcess<SessionOfFlight>;
  every: typeof every;
  now: () => number;
  log: Pick<BaseLogger, 'warn'>;
}

/** Makes the checkpoints of recordings in the background, one recording at a time. */
export interface RecordingIndexer {
  /** Hears of every batch that came: a recording of some size is read through once it has gone quiet. */
  saw(batch: Batch): void;
  /** Somebody opened this recording: it is next. */
  want(session: SessionOfFlight): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 15_000;
const QUIET_MS = 120_000;
/** A recording that is smaller opens and seeks without checkpoints; in characters as they came, compressed or not. */
const WORTHWHILE = 256 * 1024;
/** Recordings that are watched for going quiet; those beyond are read through when somebody opens them. */
const WATCHED = 20_000;

/** Watches what comes, without asking the store: an idle installation's engine may sleep. */
export function createRecordingIndexer({ process, every, now, log }: RecordingIndexerDeps): RecordingIndexer {
  const running = new Map<string, SessionOfFlight & { characters: number; lastAt: number }>();
  const wanted = new Map<string, SessionOfFlight>();
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  const work = async () => {
    for (let next = first(wanted); next !== undefined && !stopping.signal.aborted; next = first(wanted)) {
      await process
        .run(next, { progress: () => undefined, signal: stopping.signal })
        .catch((error: unknown) =>
          log.warn({ err: error, session: next?.session }, 'the checkpoints of a recording could not be made; it replays without'),
        );
    }
    working = undefined;
  };
  const want = ({ session, flight }: SessionOfFlight) => {
    wanted.set(`${flight} ${session}`, { session, flight });
    working ??= work();
  };
  const look = () => {
    for (const [name, { session, flight, characters, lastAt }] of running) {
      if (now() - lastAt < QUIET_MS) continue;
      running.delete(name);
      if (characters >= WORTHWHILE) want({ session, flight });
    }
  };
  const forget = every(LOOK_EVERY_MS, look);

  return {
    want,
    saw({ session, flight, recordings }) {
      if (recordings.length === 0) return;
      const name = `${flight} ${session}`;
      const known = running.get(name);
      if (known === undefined && running.size >= WATCHED) return;
      running.set(name, { session, flight, characters: (known?.characters ?? 0) + charactersOf(recordings), lastAt: now() });
    },
    async stop() {
      forget();
      stopping.abort();
      await working;
      process.stop();
    },
  };
}

function first(wanted: Map<string, SessionOfFlight>): SessionOfFlight | undefined {
  for (const [name, session] of wanted) {
    wanted.delete(name);
    return session;
  }
  return undefined;
}

/** About 200 characters stand in an rrweb event that came as JSON. */
const CHARACTERS_PER_EVENT = 200;
const charactersOf = (recordings: Batch['recordings']): number =>
  recordings.reduce((sum, { events, count }) => sum + (typeof events === 'string' ? events.length : count * CHARACTERS_PER_EVENT), 0);
