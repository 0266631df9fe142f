import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { FirstLook } from '../../first-look/first-look.tsx';
import { resolveScope } from '../../scope/scope.ts';
import { text } from '../../text/text.ts';
import { Entrance } from '../../ui/entrance.tsx';

/** What a new owner sees first: how to get the first event, and that it came. */
export function FirstSight() {
  const { data } = useQuery(applicationsQuery(useApi()));
  const flight = data && resolveScope(data.applications, {}).flight;
  return (
    <Entrance wide title={text.firstLook.title} meaning={text.firstLook.meaning}>
      {flight ? <FirstLook flight={flight} heading="h2" /> : null}
      <p>
        <Link to="/sessions">{text.firstLook.skip}</Link>
      </p>
    </Entrance>
  );
}
