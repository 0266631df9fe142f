import { number, plural } from './number.ts';

/** The list of sessions. */
export const sessionList = {
  sessions: {
    title: 'Sessions',
    count: (total: number) => number(total),
    search: 'Id, visitor, address or data',
    contains: (search: string) => `“${search}”`,
    liveOnly: 'Live now',
    minEvents: 'Min. events',
    minEventsLabel: 'At least this many',
    atLeast: (min: number) => `≥ ${plural(min, 'event', 'events')}`,
    apply: 'Apply',
    noPresence: 'Not told by what recorded this session',
    arrived: (count: number) => plural(count, 'new session', 'new sessions'),
    failed: (message: string) => `The list could not be read: ${message}`,
    columns: {
      session: 'Session',
      startedAt: 'Started',
      lastAt: 'Last event',
      durationMs: 'Duration',
      openMs: 'Open',
      visibleMs: 'Visible',
      activeMs: 'Active',
      events: 'Events',
      clicks: 'Clicks',
      pageViews: 'Pages',
      tabs: 'Tabs',
      entryUrl: 'Entry page',
      browser: 'Browser',
      data: 'Data',
    },
    empty: {
      fresh: 'Here will be a line for every visit',
      freshMeaning:
        'Who came, for how long, and what they did; new visits show up by themselves. Nothing has been recorded in this flight yet.',
      filtered: 'No session matches',
      filteredMeaning: (range: string) => `Filters and time range (${range.toLocaleLowerCase()}) leave nothing over.`,
      clear: 'Clear the filters',
      range: (range: string) => `No session in this time: ${range.toLocaleLowerCase()}`,
      rangeMeaning: (count: number) => `The flight has ${plural(count, 'session', 'sessions')} in all.`,
      showAll: 'Show all time',
      noFlight: 'No flight yet',
      noFlightMeaning: 'Sessions belong to a flight: one deployment of your application, with its own token.',
      toFlights: 'Create a flight',
    },
  },
};
