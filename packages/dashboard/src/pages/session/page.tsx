import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Refused } from '@sightline/client';
import { useApi } from '../../api-context.ts';
import { useRecording } from '../../player/recording/use-recording.ts';
import { sessionDetailQuery } from '../../data/session-detail.ts';
import { readSessionSearch } from '../../session/session-search.ts';
import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SessionSkeleton } from './session-skeleton.tsx';
import { SessionView } from './session-view.tsx';

const route = getRouteApi('/app/sessions/$id');

/** One session: its replay, figures, timeline, events, completeness; alive while the session is. */
export function SessionPage() {
  const { id } = route.useParams();
  return <OpenSession key={id} id={id} />;
}

function OpenSession({ id }: { id: string }) {
  const { t, tab } = readSessionSearch(route.useSearch());
  const { data, error } = useQuery(sessionDetailQuery(useApi(), id));
  // Asked for beside the facts, not after them: a picture waits for nothing else.
  const recording = useRecording(id, { t, tab });
  if (isUnknown(error) || isUnknown(recording.failure))
    return (
      <EmptyState title={text.session.unknown} meaning={text.session.unknownMeaning}>
        <ButtonLink to="/sessions">{text.notFound.action}</ButtonLink>
      </EmptyState>
    );
  if (!data && error instanceof Refused) throw error;
  const isRecorded = recording.manifest !== undefined && recording.manifest.tabs.length > 0;
  return isRecorded || (data && (recording.manifest || recording.failure)) ? (
    <SessionView id={id} detail={data} recording={recording} />
  ) : (
    <SessionSkeleton />
  );
}

const isUnknown = (failure: Error | null | undefined): boolean => failure instanceof Refused && failure.status === 404;
