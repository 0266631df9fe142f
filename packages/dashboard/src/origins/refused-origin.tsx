import { Button } from '@mantine/core';
import { originAllowed, type Flight } from '@sightline/protocol';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFlightChange } from '../data/use-flight-change.ts';
import { text } from '../text/text.ts';
import { Refusal } from '../ui/refusal.tsx';
import styles from './refused-origin.module.css';

/** Says that a flight refuses what a page would send, and allows its origin with a click; nothing where the page may send. */
export function RefusedOrigin({ flight, address }: { flight: Flight; address: string }) {
  const { change } = useFlightChange(flight);
  const origin = URL.canParse(address) ? new URL(address).origin : 'null';
  if (origin === 'null' || originAllowed(origin, flight.allowedOrigins)) return null;
  const words = text.origins;
  return (
    <div className={styles.notice} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{words.refused(origin)}</span>
      <Button
        size="compact-sm"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ allowedOrigins: [...flight.allowedOrigins, origin] })}
      >
        {words.allow(origin)}
      </Button>
      <Refusal failure={change.error} />
    </div>
  );
}
