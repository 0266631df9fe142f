import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** There is no flight to show sessions of: an application was just created, or all is gone. */
export const NoFlight = () => (
  <EmptyState title={text.sessions.empty.noFlight} meaning={text.sessions.empty.noFlightMeaning}>
    <ButtonLink to="/flights">{text.sessions.empty.toFlights}</ButtonLink>
  </EmptyState>
);
