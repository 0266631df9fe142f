import { Switch } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { healthQuery } from '../../data/health.ts';
import { HealthDot } from '../../health/health-dot.tsx';
import { healthReasons, healthState } from '../../health/health-words.ts';
import { text } from '../../text/text.ts';
import { formatAgo } from '../../time/format-ago.ts';
import { useNow } from '../../time/use-now.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { FlightDetails } from './flight-details.tsx';
import styles from './page.module.css';
import { useFlightChange } from '../../data/use-flight-change.ts';

/** One flight: its state on a line, its settings below when opened. */
export function FlightPanel({ flight, isChosen }: { flight: Flight; isChosen: boolean }) {
  const [open, setOpen] = useState(isChosen);
  const { data } = useQuery(healthQuery(useApi(), flight.id));
  const { change } = useFlightChange(flight);
  const now = useNow(5_000);
  const state = healthState(flight, data);
  const wanted = change.isPending ? (change.variables.active ?? flight.active) : flight.active;
  return (
    <div className={styles.flight}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={`flight-${flight.id}`}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={16} aria-hidden />
          <span className="cut">{flight.name}</span>
        </button>
        <span className={styles.state} title={healthReasons(flight, data, now).join('\n')}>
          <HealthDot state={state} />
          {flight.erasedFrom !== undefined
            ? text.flights.life.deleted
            : flight.archivedAt !== undefined
              ? text.flights.life.archived
              : text.health.states[state]}
        </span>
        <span className={styles.number}>{data ? text.flights.sessions(data.sessions) : ''}</span>
        <span className={styles.number}>{data ? text.flights.events(data.events) : ''}</span>
        <span className={styles.number}>{data?.lastEventAt ? formatAgo(data.lastEventAt, { now }) : ''}</span>
        <Switch
          className={styles.switch}
          size="sm"
          checked={wanted}
          disabled={flight.archivedAt !== undefined || flight.erasedFrom !== undefined}
          onChange={(event) => change.mutate({ active: event.currentTarget.checked })}
          label={wanted ? text.flights.on : text.flights.off}
          labelPosition="left"
          aria-label={text.flights.switch(flight.name)}
          title={wanted ? text.flights.switchOff : text.flights.switchOn}
        />
      </div>
      <Refusal failure={change.variables?.active === undefined ? null : change.error} />
      {open ? (
        <div id={`flight-${flight.id}`} className={styles.details}>
          <FlightDetails flight={flight} />
        </div>
      ) : null}
    </div>
  );
}
