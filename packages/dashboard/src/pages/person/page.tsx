import { Refused } from '@sightline/client';
import type { PersonErasure } from '@sightline/protocol';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { personName } from '../people/person-columns.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { ErasedPerson } from './erased-person.tsx';
import { ErasePerson } from './erase-person.tsx';
import { History } from './history.tsx';
import { MergeButton } from './merge-button.tsx';
import { Merges } from './merges.tsx';
import styles from './page.module.css';
import { PersonPages } from './person-pages.tsx';
import { PersonDevices } from './person-devices.tsx';
import { personQuery } from './person-query.ts';

const route = getRouteApi('/app/people/$id');

/** One person: where they were, when, for how long, and on what. */
export function PersonPage() {
  const { id } = route.useParams();
  const { flight } = useScope();
  const { data, error } = useQuery(personQuery(useApi(), id, flight?.id));
  const [erased, setErased] = useState<PersonErasure>();
  if (!flight) return <NoFlight />;
  if (erased) return <ErasedPerson erased={erased} />;
  if (error instanceof Refused && error.status === 404)
    return (
      <EmptyState title={text.person.gone} meaning={text.person.goneMeaning}>
        <ButtonLink to="/people">{text.person.back}</ButtonLink>
      </EmptyState>
    );
  if (error instanceof Refused) throw error;
  const person = data?.person;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/people" className={styles.back}>
          {text.person.back}
        </Link>
        <div className={styles.title}>
          <h1>{person ? personName(person) : '…'}</h1>
          {person && person.label !== null ? <MergeButton person={person} flight={flight.id} /> : null}
          {person ? <ErasePerson person={person} flight={flight.id} onErased={setErased} /> : null}
        </div>
        {person ? (
          <p className={`quiet ${styles.facts}`}>
            <span>
              {text.person.lastAccess} <Instant at={person.lastAt} />
            </span>
            <span>
              {text.person.firstSeen} <Instant at={person.firstAt} />
            </span>
            <span>{text.person.sessions(person.sessions)}</span>
            <span>{text.person.pageViews(person.pageViews)}</span>
            <span>{text.person.devices(person.visitors)}</span>
          </p>
        ) : null}
      </header>
      <div className={styles.lower}>
        <History id={id} flight={flight.id} />
        <aside className={styles.aside}>
          <PersonPages pages={data?.pages} />
          <PersonDevices visitors={data?.visitors} />
          {data && data.merges.length > 0 ? <Merges person={id} flight={flight.id} merges={data.merges} /> : null}
        </aside>
      </div>
    </div>
  );
}
