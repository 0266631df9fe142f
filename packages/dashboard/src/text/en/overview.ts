import { number, plural } from './number.ts';

/** What happened over many sessions: traffic, and pages. */
export const overview = {
  overview: {
    title: 'Overview',
    figures: {
      sessions: 'Sessions',
      visitors: 'Visitors',
      pageViews: 'Page views',
      events: 'Events',
      duration: 'Median duration',
      depth: 'Median pages a session',
      live: 'Live now',
    },
    meanings: {
      sessions: 'Visits, once however many tabs they had.',
      visitors: 'Browser profiles. Clients that send no visitor id, such as LogUI’s, are not among them.',
      pageViews: 'Documents and routes that were shown.',
      events: 'Everything that was recorded.',
      duration: 'From a session’s first event to its last; half of the sessions lasted longer.',
      depth: 'Half of the sessions saw more pages.',
      live: 'Sessions with an event in the last minute.',
    },
    change: (now: number, before: number) => {
      if (before === 0) return now === 0 ? 'none before either' : 'none before';
      const change = Math.round((100 * (now - before)) / before);
      return change === 0 ? 'as before' : `${change > 0 ? '+' : '−'}${number(Math.abs(change))} %`;
    },
    changeMeaning: (before: number) => `${number(before)} in the time of the same length before`,
    series: 'Over time',
    seriesOf: 'Count',
    caption: (total: number, what: string, step: string) => `${number(total)} ${what.toLocaleLowerCase()} by ${step}, in your time zone`,
    steps: { minute: 'minute', hour: 'hour', day: 'day' },
    axis: { minute: 'Time', hour: 'Time', day: 'Day' },
    asTable: 'As a table',
    asChart: 'As a chart',
    at: 'From',
    pages: 'Most viewed pages',
    allPages: 'All pages',
    sources: 'Where sessions came from',
    direct: 'Directly, or not said',
    devices: 'Devices',
    device: { desktop: 'Desktop', tablet: 'Tablet', phone: 'Phone' },
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    views: (count: number) => plural(count, 'view', 'views'),
    fresh: 'Here you will see who came, when, and from where',
    freshMeaning:
      'Visits, visitors and page views over time, the pages most looked at, sources and devices. Nothing has been recorded in this flight yet.',
    none: 'No session in this time',
    noneMeaning: 'Look at a longer time, or take a filter away.',
    noPages: 'None of these sessions told a page view.',
    failed: (message: string) => `Could not be read: ${message}`,
  },
  pages: {
    title: 'Pages',
    find: 'Path or title',
    columns: {
      path: 'Page',
      views: 'Views',
      sessions: 'Sessions',
      medianTimeMs: 'Median time',
      entries: 'Entries',
      exits: 'Exits',
      bounceShare: 'Bounces',
      more: 'Look at',
    },
    bounceMeaning: (bounces: number, entries: number) =>
      `${plural(bounces, 'session', 'sessions')} of ${number(entries)} that began here saw nothing else`,
    share: (share: number) => `${number(100 * share)} %`,
    heatmap: 'Heatmap',
    sessionsOf: 'Sessions',
    fresh: 'Here will be a line for every page',
    freshMeaning: 'How often and how long it was looked at, and what began and ended there. Nothing has been recorded in this flight yet.',
    none: 'No page was viewed in this time',
    noneMeaning:
      'Look at a longer time, or take a filter away. Clients that do not tell page views, such as LogUI’s, leave this list empty.',
    noneMatch: 'No page matches.',
  },
};
