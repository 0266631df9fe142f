import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { exampleFlight } from '../../first-look/example-flight.ts';
import { FirstLook } from '../../first-look/first-look.tsx';
import { text } from '../../text/text.ts';
import { Entrance } from '../../ui/entrance.tsx';
import { FlightForm } from './flight-form.tsx';
import { SetupSteps } from './setup-steps.tsx';

const route = getRouteApi('/setup');

/** What a new owner sees after the account: what is studied and where, then the line for its pages, and that its first event came. */
export function FirstSight() {
  const { data } = useQuery(applicationsQuery(useApi()));
  const { flight: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  if (!data) return <Entrance title="" />;
  const flight = data.applications.flatMap(({ flights }) => flights).find(({ id }) => id === chosen);
  if (flight) {
    return (
      <Entrance wide title={text.firstLook.title} meaning={text.firstLook.meaning(flight.name)}>
        <SetupSteps at="event" />
        <FirstLook flight={flight} heading="h2" />
        <p>
          <Link to="/sessions" search={{ flight: flight.id }}>
            {text.firstLook.skip}
          </Link>
        </p>
      </Entrance>
    );
  }
  const example = exampleFlight(data.applications);
  return (
    <Entrance wide title={text.firstFlight.title} meaning={text.firstFlight.meaning}>
      <SetupSteps at="flight" />
      <FlightForm onMade={({ id }) => void navigate({ search: { flight: id } })} />
      {example ? (
        <p className="quiet">
          {text.firstFlight.elseShop}{' '}
          <Link to="/setup" search={{ flight: example.id }}>
            {text.firstFlight.toShop}
          </Link>
        </p>
      ) : null}
    </Entrance>
  );
}
