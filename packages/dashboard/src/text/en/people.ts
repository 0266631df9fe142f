import { number, plural } from './number.ts';

/** People, and what each of them did. */
export const people = {
  people: {
    title: 'People',
    search: 'Email, code or id',
    known: 'With identity',
    unknown: 'Without identity',
    which: 'Which people',
    anonymous: (visitor: string) => `Visitor ${visitor.slice(0, 8)}`,
    columns: {
      label: 'Person',
      lastAt: 'Last access',
      firstAt: 'First seen',
      sessions: 'Sessions',
      pageViews: 'Pages',
      visitors: 'Devices',
      entryUrl: 'Last entry page',
      agent: 'Browser',
    },
    none: 'Nobody has said who they are yet',
    noneMeaning:
      'A visitor becomes a person when a page says who it is: sightline.identify("p-017") with an email or a participant code, or UNT’s registerEmail(). Everything they did before belongs to them then, too.',
    noneUnknown: 'No visitor without identity in this time',
    noneUnknownMeaning: 'Everybody who came has an identity, or nobody came. Look at a longer time, or at the people with identity.',
    noneMatch: 'Nobody matches',
    noneMatchMeaning: 'Look at a longer time, or search for less.',
    toKnown: 'Show people with identity',
    toUnknown: 'Show visitors without identity',
  },
  person: {
    back: 'All people',
    gone: 'No such person',
    goneMeaning: 'They may have been merged into somebody else, or erased, or the address is not complete.',
    lastAccess: 'Last access',
    firstSeen: 'First seen',
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    pageViews: (count: number) => plural(count, 'page view', 'page views'),
    devices: (count: number) => plural(count, 'device', 'devices'),
    history: 'History',
    searchHistory: 'Page address or title',
    columns: {
      page: 'Page',
      local: 'Visitor’s time',
      server: 'Server’s time',
      time: 'Time spent',
      session: 'Session',
      device: 'Device',
    },
    offset: (minutes: number) => {
      const sign = minutes < 0 ? '−' : '+';
      const hours = Math.floor(Math.abs(minutes) / 60);
      const rest = Math.abs(minutes) % 60;
      return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
    },
    noOffset: 'The page did not say which time zone the visitor is in; shown in yours.',
    timeMeaning: 'Until the next page in the same tab, or the tab’s last sign of life.',
    noHistory: 'No page view is stored',
    noHistoryMatch: 'No page view matches.',
    pages: 'By page',
    pagesMeaning: 'Views and time spent, over all sessions and devices.',
    views: (count: number) => plural(count, 'view', 'views'),
    devicesTitle: 'Devices',
    sessionsOf: (count: number, pages: number) => `${plural(count, 'session', 'sessions')}, ${plural(pages, 'page', 'pages')}`,
    merge: 'Merge with another person',
    mergeTitle: (name: string) => `Who else is ${name}?`,
    mergeMeaning: 'Their sessions and devices become one history under this name. It can be undone.',
    mergeSearch: 'Search people',
    mergeNow: (name: string) => `Merge ${name} into this person`,
    mergeNone: 'No other person matches.',
    merged: 'Merged',
    mergedLine: (label: string, visitors: number) => `${label} (${plural(visitors, 'device', 'devices')})`,
    mergedBy: (name: string) => `by ${name}`,
    undo: 'Undo merge',
    more: (count: number) => `and ${number(count)} more`,
  },
};
