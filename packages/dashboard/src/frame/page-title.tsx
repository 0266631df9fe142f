import { useLocation } from '@tanstack/react-router';
import { useScope } from '../scope/use-scope.ts';
import { DESTINATIONS, SETTINGS } from './destinations.ts';

/** What the browser's tab is called: the page, and which flight it is about. */
export function PageTitle() {
  const { pathname } = useLocation();
  const { flight } = useScope();
  return <title>{titleOf(pathname, flight?.name)}</title>;
}

/** The page's name, what of it is looked at, and the flight; the product last, as tabs are short. */
export function titleOf(pathname: string, flight: string | undefined): string {
  const place = [...DESTINATIONS, ...SETTINGS].find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const one = place && pathname.slice(place.to.length + 1).split('/')[0];
  return [place?.label, one?.slice(0, 8), flight, 'Sightline'].filter(Boolean).join(' · ');
}
