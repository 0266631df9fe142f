import {
  IconBroadcast,
  IconChartBar,
  IconChartDots,
  IconClipboardCheck,
  IconDownload,
  IconFiles,
  IconFlag,
  IconFlame,
  IconListDetails,
  IconUsers,
} from '@tabler/icons-react';
import { text } from '../text/text.ts';

/** Where the rail and the command palette lead. */
export const DESTINATIONS = [
  { to: '/overview', label: text.overview.title, icon: IconChartBar },
  { to: '/live', label: text.monitor.title, icon: IconBroadcast },
  { to: '/sessions', label: text.frame.sessions, icon: IconListDetails },
  { to: '/people', label: text.people.title, icon: IconUsers },
  { to: '/pages', label: text.pages.title, icon: IconFiles },
  { to: '/heatmaps', label: text.heat.title, icon: IconFlame },
  { to: '/measures', label: text.across.title, icon: IconChartDots },
  { to: '/study', label: text.study.title, icon: IconClipboardCheck },
  { to: '/exports', label: text.exports.title, icon: IconDownload },
  { to: '/flights', label: text.frame.flights, icon: IconFlag },
] as const;
