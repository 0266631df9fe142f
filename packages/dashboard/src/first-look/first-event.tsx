import type { Flight } from '@sightline/protocol';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { healthQuery } from '../data/health.ts';
import { text } from '../text/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import styles from './first-look.module.css';

const LOOK_MS = 1_000;

/** Waits for a flight's first event, and says when it came. */
export function FirstEvent({ flight }: { flight: Flight }) {
  const { data } = useQuery(healthQuery(useApi(), flight.id, LOOK_MS));
  const arrived = data !== undefined && data.events > 0;
  return (
    <div className={styles.check} data-arrived={arrived} role="status">
      {arrived ? <IconCircleCheck size={18} aria-hidden /> : <span className={styles.pulse} aria-hidden />}
      <span>{arrived ? text.firstLook.arrived(data.events, data.sessions) : text.firstLook.waiting}</span>
      {arrived ? (
        <ButtonLink to="/sessions" search={{ flight: flight.id }} size="compact-sm" ml="auto">
          {text.firstLook.toSessions}
        </ButtonLink>
      ) : null}
    </div>
  );
}
