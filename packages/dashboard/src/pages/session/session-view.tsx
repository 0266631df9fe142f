import type { SessionDetail } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import type { RecordingState } from '../../player/recording/recording-feed.ts';
import { useScope } from '../../scope/use-scope.ts';
import type { EventFiltersProps } from '../../session/event-filters.tsx';
import { readSessionSearch } from '../../session/session-search.ts';
import { useEventFeed } from '../../session/use-event-feed.ts';
import { useShownEvents } from '../../session/use-shown-events.ts';
import { PlainSession } from './plain-session.tsx';
import { SessionSkeleton } from './session-skeleton.tsx';

const route = getRouteApi('/app/sessions/$id');
const ReplayedSession = lazy(async () => {
  // What rebuilds pages is wanted right after: it comes along.
  const [{ ReplayedSession: component }] = await Promise.all([import('./replayed-session.tsx'), import('../../player/stage/engine.ts')]);
  return { default: component };
});

/** A session whose facts are there; its events come in behind them. With a recording it is replayed, else its events are the page. */
export function SessionView({ detail, recording }: { detail: SessionDetail; recording: RecordingState }) {
  const { session } = detail;
  const feed = useEventFeed(session.id, session.live);
  const search = readSessionSearch(route.useSearch());
  const found = useShownEvents(feed.events, search);
  const navigate = route.useNavigate();
  const onFilter: EventFiltersProps['onChange'] = (next) =>
    void navigate({
      search: ({ find, kind, name, ...rest }) => ({ ...rest, ...readSessionSearch({ ...rest, find, kind, name, ...next }) }),
      replace: true,
    });
  useScopeOf(session.flight);

  const given = { detail, feed, found, search, onFilter };
  const { manifest, failure } = recording;
  if (!manifest && !failure) return <SessionSkeleton />;
  if (!manifest || manifest.tabs.length === 0) return <PlainSession {...given} />;
  return (
    <Suspense fallback={<SessionSkeleton />}>
      <ReplayedSession {...given} manifest={manifest} />
    </Suspense>
  );
}

/** Somebody may come by a link from elsewhere: the bar at the top then follows the session. */
function useScopeOf(flight: string): void {
  const { flight: chosen, choose } = useScope();
  useEffect(() => {
    if (chosen?.id !== flight) choose({ application: undefined, flight });
  }, [chosen?.id, flight, choose]);
}
