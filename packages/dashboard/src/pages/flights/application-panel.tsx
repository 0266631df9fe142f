import type { Application } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { CreateByName } from './create-by-name.tsx';
import { FlightPanel } from './flight-panel.tsx';
import styles from './page.module.css';
import { useCreate } from './use-create.ts';
import { useScope } from '../../scope/use-scope.ts';

/** One application and its flights. */
export function ApplicationPanel({ application, openFlight }: { application: Application; openFlight: string | undefined }) {
  const create = useCreate();
  const { choose } = useScope();
  return (
    <section className={styles.application} aria-labelledby={`application-${application.id}`}>
      <div className={styles.title}>
        <h2 id={`application-${application.id}`}>{application.name}</h2>
        <CreateByName
          action={text.flights.newFlight}
          label={text.flights.flightName}
          confirm={text.flights.createFlight}
          create={async (name) => {
            const made = await create.flight(application.id, name);
            choose({ application: undefined, flight: made.id });
          }}
        />
      </div>
      <div className={styles.panel}>
        {application.flights.length === 0 ? <p className={styles.none}>{text.flights.none}</p> : null}
        {application.flights.map((flight) => (
          <FlightPanel key={flight.id} flight={flight} isChosen={flight.id === openFlight} />
        ))}
      </div>
    </section>
  );
}
