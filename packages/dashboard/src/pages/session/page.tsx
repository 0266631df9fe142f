import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Refused } from '@sightline/client';
import { useApi } from '../../api-context.ts';
import { useRecording } from '../../player/recording/use-recording.ts';
import { sessionDetailQuery } from '../../data/session-detail.ts';
import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SessionSkeleton } from './session-skeleton.tsx';
import { SessionView } from './session-view.tsx';

const route = getRouteApi('/app/sessions/$id');

/** One session: figures, timeline, events, completeness; alive while the session is. */
export function SessionPage() {
  const { id } = route.useParams();
  const { data, error } = useQuery(sessionDetailQuery(useApi(), id));
  // Asked for beside the facts, not after them: the first picture waits for both.
  const recording = useRecording(id, data?.session.live ?? false);
  if (data) return <SessionView key={id} detail={data} recording={recording} />;
  if (error instanceof Refused && error.status === 404)
    return (
      <EmptyState title={text.session.unknown} meaning={text.session.unknownMeaning}>
        <ButtonLink to="/sessions">{text.notFound.action}</ButtonLink>
      </EmptyState>
    );
  if (error instanceof Refused) throw error;
  return <SessionSkeleton />;
}
