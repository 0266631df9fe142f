import { Button, Textarea } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { originProblem, readOrigins } from './read-origins.ts';
import styles from './page.module.css';
import { useFlightChange } from '../../data/use-flight-change.ts';

/** From which pages the flight takes events: one origin on a line. */
export function AllowedOrigins({ flight }: { flight: Flight }) {
  const { change } = useFlightChange(flight);
  const saved = flight.allowedOrigins.join('\n');
  const [typed, setTyped] = useState(saved);
  const origins = readOrigins(typed);
  const problem = origins.map(originProblem).find(Boolean);
  const changed = origins.join('\n') !== saved;
  return (
    <>
      <Textarea
        w="100%"
        aria-label={text.flights.origins}
        rows={Math.max(3, typed.split('\n').length)}
        spellCheck={false}
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
        classNames={{ input: 'mono' }}
      />
      <Refusal failure={change.error} />
      <div className={styles.actions}>
        <Button
          size="compact-sm"
          disabled={!changed || Boolean(problem)}
          loading={change.isPending}
          onClick={() => change.mutate({ allowedOrigins: origins })}
        >
          {text.flights.saveOrigins}
        </Button>
        {changed ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setTyped(saved)}>
            {text.cancel}
          </Button>
        ) : null}
        {origins.length === 0 ? <span className="quiet">{text.flights.originsNone}</span> : null}
        {origins.includes('*') ? <span className="quiet">{text.flights.originsAll}</span> : null}
      </div>
    </>
  );
}
