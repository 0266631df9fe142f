import { useQuery } from '@tanstack/react-query';
import type { DerivedRule } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import styles from './page.module.css';

const words = text.rules;
const SAMPLE = 10;

/** The first events that a rule yielded, with the sessions they are of. */
export function DerivedSample({ rule: { id, flight, version, progress } }: { rule: DerivedRule }) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['rules', flight, id, version, progress.events],
    queryFn: ({ signal }) => api.derivedEvents(id, { flight, limit: SAMPLE }, signal),
    enabled: progress.events > 0,
  });
  if (!data || data.events.length === 0) return null;
  return (
    <div className={styles.table} role="group" aria-label={words.sample} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.at}</th>
            <th scope="col">{words.columns.session}</th>
            <th scope="col">{words.columns.type}</th>
            <th scope="col">{words.columns.url}</th>
            <th scope="col">{words.columns.metadata}</th>
          </tr>
        </thead>
        <tbody>
          {data.events.map((event) => (
            <tr key={`${event.session} ${event.ordinal}`}>
              <td>
                <Instant at={event.at} />
              </td>
              <td>
                <Link to="/sessions/$id" params={{ id: event.session }}>
                  {event.session.slice(0, 8)}
                </Link>
              </td>
              <td>{typeof event.details.type === 'string' ? event.details.type : ''}</td>
              <td>{shortUrl(event.url)}</td>
              <td>{event.metadata.map(({ name, value, problem }) => `${name}: ${problem ?? String(value)}`).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
