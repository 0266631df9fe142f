import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { settingsQuery } from '../../data/settings.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import { SettingsEditor } from './settings-editor.tsx';

const route = getRouteApi('/app/flights/$id/settings');

/** What one flight records, to be read and changed. */
export function SettingsPage() {
  const { id } = route.useParams();
  const api = useApi();
  const { data } = useSuspenseQuery(applicationsQuery(api));
  const { data: history, error } = useQuery(settingsQuery(api, id));
  const flight = data.applications.flatMap(({ flights }) => flights).find((each) => each.id === id);
  const words = text.settings;
  if (!flight) return <EmptyState title={words.noFlight} meaning={words.noFlightMeaning} />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.trail}>
          <Link to="/flights">{text.flights.title}</Link> / {flight.name}
        </p>
        <h1>{words.title}</h1>
        <p className="quiet">{words.meaning}</p>
      </header>
      <Refusal failure={error} />
      {history ? <SettingsEditor key={id} flight={flight} versions={history.versions} /> : error ? null : <Skeleton />}
    </div>
  );
}

const Skeleton = () => (
  <div className={styles.skeleton} aria-busy aria-label={text.settings.title}>
    {[1, 2, 3, 4].map((part) => (
      <span key={part} />
    ))}
  </div>
);
