import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pageMatch } from '@sightline/metrics';
import type { FlightId, PageViewId, TabId } from '@sightline/protocol';
import { foreignId, foreignSession } from '../door/foreign-id.ts';
import type { Store } from '../store/index.ts';
import type { ExportedEvent } from './exported-event.ts';
import { loadEvents, type LoadEventsDeps } from './load-events.ts';
import { FixationInvalid, readFixations, type GivenFixation } from './read-fixations.ts';

export interface ImportFixationsDeps extends LoadEventsDeps {
  store: Pick<Store, 'load' | 'eventsOfSessions' | 'sessionSummary'>;
  now: () => number;
}

export interface ImportedFixations {
  fixations: number;
  sessions: number;
  /** Of the fixations: on a page view that was recorded. */
  onPages: number;
}

/**
 * Stores a laboratory's fixations as `gaze_fixation` events, in the sessions they name or in new ones. Those of a session get a tab of
 * their own, named by what they are: the same rows again are stored once, others beside them.
 */
export async function importFixations(file: Readable, { store, place, folder, now }: ImportFixationsDeps): Promise<ImportedFixations> {
  const bySession = new Map<string, GivenFixation[]>();
  for await (const fixation of readFixations(file)) {
    const known = bySession.get(fixation.session);
    if (known) known.push(fixation);
    else bySession.set(fixation.session, [fixation]);
  }
  const result: ImportedFixations = { fixations: 0, sessions: bySession.size, onPages: 0 };
  const receivedAt = now();
  // All is read and placed before anything is stored: a bad row stores nothing.
  const placed: ExportedEvent[][] = [];
  for (const [name, fixations] of bySession) placed.push(await eventsOf(name, fixations));
  for (const events of placed) {
    await loadEvents(events, { store, place, folder });
    result.fixations += events.length;
    result.onPages += events.filter(({ pageView }) => pageView !== null).length;
  }
  return result;

  async function eventsOf(name: string, fixations: readonly GivenFixation[]): Promise<ExportedEvent[]> {
    const flight = place.flight as FlightId;
    const { session, sessionRef } = foreignSession(flight, name);
    const summary = await store.sessionSummary({ session, flight });
    const stored = summary && (await store.eventsOfSessions({ flight, sessions: [session], sees: { pageView: [] } }));
    const views = stored?.get(session) ?? [];
    const timed = fixations
      .map((fixation) => ({ ...fixation, at: beganAt(fixation, summary?.startedAt) }))
      .toSorted((one, other) => one.at - other.at || one.line - other.line);
    const content = createHash('sha256').update(JSON.stringify(timed.map(({ at, url, details }) => [at, url, details])));
    const tab = foreignId(flight, `fixations ${session} ${content.digest('hex')}`) as TabId;
    return timed.map(({ at, url, details }, sequence): ExportedEvent => {
      const isPage = url === undefined ? () => true : pageMatch(pathOf(url));
      const view = views.findLast((one) => one.at <= at && isPage(String(one.details.url)));
      return {
        application: place.application as ExportedEvent['application'],
        flight,
        session,
        sessionRef: sessionRef === '' ? session : sessionRef,
        tab,
        sequence,
        type: 'interactionEvent',
        name: 'gaze_fixation',
        at,
        wallAt: at,
        monotonicAt: null,
        epoch: 0,
        receivedAt,
        pageView: (view?.pageView ?? null) as PageViewId | null,
        url: url ?? (typeof view?.details.url === 'string' ? view.details.url : ''),
        details,
        metadata: [],
        applicationSpecificData: {},
        dialect: 'native',
        visitor: null,
        agent: '',
        offsetMs: null,
        offsetErrorMs: null,
        extra: {},
        sinceSessionStartMs: 0,
      };
    });
  }
}

/** Of an address, or of a path itself. */
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

function beganAt({ began, session, line }: GivenFixation, startedAt: number | undefined): number {
  if ('at' in began) return began.at;
  if (startedAt === undefined)
    throw new FixationInvalid(
      `line ${line}: the session ${JSON.stringify(session)} is not stored, so sinceSessionStartMs says nothing: give at, in ms since 1970`,
    );
  return startedAt + began.sinceSessionStartMs;
}
