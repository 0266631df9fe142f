import type { SessionDetail } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { UsedRecording } from '../../player/recording/use-recording.ts';
import { useScope } from '../../scope/use-scope.ts';
import type { EventFiltersProps } from '../../session/event-filters.tsx';
import { readSessionSearch } from '../../session/session-search.ts';
import { useEventFeed } from '../../session/use-event-feed.ts';
import { useShownEvents } from '../../session/use-shown-events.ts';
import { PlainSession } from './plain-session.tsx';
import { ReplayedSession } from './replayed-session.tsx';
import { SessionSkeleton } from './session-skeleton.tsx';

const route = getRouteApi('/app/sessions/$id');

/** A session of which something is there; its events come in behind. With a recording it is replayed, else its events are the page. */
export function SessionView({ id, detail, recording }: SessionViewProps) {
  const { manifest } = recording;
  const feed = useEventFeed(id, detail?.session.live ?? manifest?.live ?? false);
  const search = readSessionSearch(route.useSearch());
  const found = useShownEvents(feed.events, search);
  const navigate = route.useNavigate();
  const onFilter: EventFiltersProps['onChange'] = (next) =>
    void navigate({
      search: ({ find, kind, name, ...rest }) => ({ ...rest, ...readSessionSearch({ ...rest, find, kind, name, ...next }) }),
      replace: true,
    });
  useScopeOf(manifest?.flight ?? detail?.session.flight);

  const given = { feed, found, search, onFilter };
  if (manifest && manifest.tabs.length > 0)
    return <ReplayedSession {...given} detail={detail} manifest={manifest} source={recording.source} />;
  return detail ? <PlainSession {...given} detail={detail} /> : <SessionSkeleton />;
}

/** Somebody may come by a link from elsewhere: the bar at the top then follows the session. */
function useScopeOf(flight: string | undefined): void {
  const { flight: chosen, choose } = useScope();
  useEffect(() => {
    if (flight !== undefined && chosen?.id !== flight) choose({ application: undefined, flight });
  }, [chosen?.id, flight, choose]);
}

interface SessionViewProps {
  id: string;
  /** Absent while it is on its way: the picture does not wait for it. */
  detail: SessionDetail | undefined;
  recording: UsedRecording;
}
