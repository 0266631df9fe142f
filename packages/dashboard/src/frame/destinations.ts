import {
  IconBroadcast,
  IconChartBar,
  IconChartDots,
  IconClipboardCheck,
  IconDownload,
  IconFiles,
  IconFlag,
  IconFlame,
  IconHistory,
  IconKey,
  IconListDetails,
  IconShieldCheck,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
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
  { to: '/quality', label: text.quality.title, icon: IconShieldCheck },
  { to: '/study', label: text.study.title, icon: IconClipboardCheck },
  { to: '/exports', label: text.exports.title, icon: IconDownload },
  { to: '/flights', label: text.frame.flights, icon: IconFlag },
] as const;

/** Where the account's menu leads, and the palette too. */
export const SETTINGS = [
  { to: '/account', label: text.ownAccount.title, icon: IconUserCircle },
  { to: '/team', label: text.team.title, icon: IconUsersGroup },
  { to: '/keys', label: text.keys.title, icon: IconKey },
  { to: '/audit', label: text.audit.title, icon: IconHistory },
] as const;
