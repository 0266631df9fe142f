import { IconChartDots, IconFlag, IconListDetails, IconUsers } from '@tabler/icons-react';
import { text } from '../text/text.ts';

/** Where the rail and the command palette lead. */
export const DESTINATIONS = [
  { to: '/sessions', label: text.frame.sessions, icon: IconListDetails },
  { to: '/people', label: text.people.title, icon: IconUsers },
  { to: '/measures', label: text.across.title, icon: IconChartDots },
  { to: '/flights', label: text.frame.flights, icon: IconFlag },
] as const;
