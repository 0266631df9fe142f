import type { Flight } from '@sightline/protocol';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { healthQuery } from '../data/health.ts';
import { text } from '../text/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import styles from './first-look.module.css';

const LOOK_MS = 1_000;

/** Waits for a flight's first event, says when it came, and leads to the session it belongs to. */
export function FirstEvent({ flight }: { flight: Flight }) {
  const api = useApi();
  const { data } = useQuery(healthQuery(api, flight.id, LOOK_MS));
  const arrived = data !== undefined && data.events > 0;
  const { data: newest } = useQuery({
    queryKey: ['first-session', flight.id],
    queryFn: ({ signal }) => api.sessions({ flight: flight.id, limit: 1 }, signal),
    enabled: arrived,
  });
  const session = newest?.sessions[0]?.id;
  const refused = !arrived && data !== undefined && data.refusedLastHour > 0;
  return (
    <div className={styles.check} data-arrived={arrived} role="status">
      {arrived ? <IconCircleCheck size={18} aria-hidden /> : <span className={styles.pulse} aria-hidden />}
      <span>
        {arrived ? text.firstLook.arrived(data.events, data.sessions) : text.firstLook.waiting}
        {refused ? <span className={styles.refused}> {text.firstLook.refused(data.refusedLastHour)}</span> : null}
      </span>
      {session === undefined ? null : (
        <ButtonLink to="/sessions/$id" params={{ id: session }} search={{ flight: flight.id }} size="compact-sm" ml="auto">
          {text.firstLook.toSession}
        </ButtonLink>
      )}
    </div>
  );
}
