import { IconChartBar, IconFiles, IconFlag, IconFilterBolt, IconFlame, IconListDetails, IconUsers } from '@tabler/icons-react';
import { text } from '../text/text.ts';

/** Where the rail and the command palette lead. */
export const DESTINATIONS = [
  { to: '/overview', label: text.overview.title, icon: IconChartBar },
  { to: '/sessions', label: text.frame.sessions, icon: IconListDetails },
  { to: '/people', label: text.people.title, icon: IconUsers },
  { to: '/pages', label: text.pages.title, icon: IconFiles },
  { to: '/heatmaps', label: text.heat.title, icon: IconFlame },
  { to: '/rules', label: text.rules.title, icon: IconFilterBolt },
  { to: '/flights', label: text.frame.flights, icon: IconFlag },
] as const;
