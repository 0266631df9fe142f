import { Button } from '@mantine/core';
import type { Application } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { ApplicationSettings } from './application-settings.tsx';
import { CreateByName } from './create-by-name.tsx';
import { FlightPanel } from './flight-panel.tsx';
import styles from './page.module.css';
import { useCreate } from './use-create.ts';
import { useScope } from '../../scope/use-scope.ts';

/** One application and its flights. */
export function ApplicationPanel({ application, openFlight }: { application: Application; openFlight: string | undefined }) {
  const create = useCreate();
  const { choose } = useScope();
  const [open, setOpen] = useState(false);
  const { archivedAt, erasedFrom } = application;
  return (
    <section className={styles.application} aria-labelledby={`application-${application.id}`}>
      <div className={styles.title}>
        <h2 id={`application-${application.id}`}>{application.name}</h2>
        {archivedAt === undefined && erasedFrom === undefined ? null : (
          <span className={styles.mark}>{erasedFrom === undefined ? text.flights.life.archived : text.flights.life.deleted}</span>
        )}
        <Button
          size="compact-sm"
          h={28}
          variant="subtle"
          color="gray"
          className={styles.change}
          aria-expanded={open}
          aria-label={text.flights.changeApplication(application.name)}
          onClick={() => setOpen(!open)}
        >
          {text.flights.change}
        </Button>
        <CreateByName
          action={text.flights.newFlight}
          label={text.flights.flightName}
          confirm={text.flights.createFlight}
          taken={application.flights.map(({ name }) => name)}
          create={async (name) => {
            const made = await create.flight(application.id, name);
            choose({ application: undefined, flight: made.id });
          }}
        />
      </div>
      {open ? <ApplicationSettings key={application.name} application={application} /> : null}
      <div className={styles.panel}>
        {application.flights.length === 0 ? <p className={styles.none}>{text.flights.none}</p> : null}
        {application.flights.map((flight) => (
          <FlightPanel key={flight.id} flight={flight} isChosen={flight.id === openFlight} />
        ))}
      </div>
    </section>
  );
}
