import type { Batch } from '../batch.ts';
import type { SessionOfFlight } from '../store/question.ts';
import { newsOf } from './news-of.ts';

/** Hears of a session's news, each a line of JSON. */
export type Watcher = (line: string) => void;

/** Hands what is safe of a session to whoever watches it, before the store has it. Nothing is kept for a session that nobody watches. */
export interface SessionWatchers {
  /** Hears of everything that becomes safe from now on, in order, until the returned function is called. */
  watch(session: SessionOfFlight, watcher: Watcher): () => void;
  isWatched(session: SessionOfFlight): boolean;
  /** Hears of a batch that is safe. */
  saw(batch: Batch): void;
}

/** Batches of one session that may be under way to its watchers; of what comes beyond, they hear only that it came. */
const UNDER_WAY = 32;

/** Keeps who watches which session. */
export function createSessionWatchers(): SessionWatchers {
  const watched = new Map<string, { watchers: Set<Watcher>; underWay: number; told: Promise<void> }>();
  const nameOf = ({ flight, session }: SessionOfFlight) => `${flight} ${session}`;

  return {
    watch(session, watcher) {
      const name = nameOf(session);
      const one = watched.get(name) ?? { watchers: new Set(), underWay: 0, told: Promise.resolve() };
      watched.set(name, one);
      one.watchers.add(watcher);
      return () => {
        one.watchers.delete(watcher);
        if (one.watchers.size === 0 && watched.get(name) === one) watched.delete(name);
      };
    },
    isWatched: (session) => watched.has(nameOf(session)),
    saw(batch) {
      const one = watched.get(nameOf(batch));
      if (one === undefined) return;
      one.underWay += 1;
      const news = newsOf(batch, { whole: one.underWay <= UNDER_WAY });
      // Reading a large chunk takes longer than a small one: each waits for those before it.
      one.told = one.told.then(async () => {
        const line = await news;
        one.underWay -= 1;
        for (const watcher of one.watchers) watcher(line);
      });
    },
  };
}
