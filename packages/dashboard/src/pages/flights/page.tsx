import { useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { ApplicationPanel } from './application-panel.tsx';
import { CreateByName } from './create-by-name.tsx';
import styles from './page.module.css';
import { useCreate } from './use-create.ts';

/** The applications with their flights: on and off, who may send, with which token. */
export function FlightsPage() {
  const { data } = useSuspenseQuery(applicationsQuery(useApi()));
  const { flight, choose } = useScope();
  const { application } = useCreate();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{text.flights.title}</h1>
          <p className="quiet">{text.flights.meaning}</p>
        </div>
        <CreateByName
          action={text.flights.newApplication}
          label={text.flights.applicationName}
          confirm={text.flights.createApplication}
          taken={data.applications.map(({ name }) => name)}
          create={async (name) => {
            const made = await application(name);
            choose({ application: made.id, flight: undefined });
          }}
        />
      </header>
      {data.applications.map((each) => (
        <ApplicationPanel key={each.id} application={each} openFlight={flight?.id} />
      ))}
    </div>
  );
}
