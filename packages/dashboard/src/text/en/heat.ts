import { number, plural } from './number.ts';

const percent = (share: number): string => (share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`);
const amount = (value: number): string =>
  value >= 100
    ? number(Math.round(value))
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value === 0
          ? '0'
          : value.toPrecision(2);

/** Maps of pages. */
export const heat = {
  heat: {
    title: 'Heatmaps',
    percent,
    amount,
    page: 'Page',
    toRules: 'Events worked out afterwards',
    pageViews: (views: number) => plural(views, 'view', 'views'),
    startsWith: (path: string) => `Pages that begin with ${path.replace(/\*$/, '')}`,
    kind: 'Map of',
    kinds: { click: 'Clicks', move: 'Cursor', scroll: 'Scrolling', attention: 'Attention', gaze: 'Gaze' },
    anchored: 'On elements',
    anchoredMeaning:
      'Each click is drawn on the element it hit, wherever that stands on the page shown. Off: where it was on the screen it was made on, whatever stands there now.',
    behind: 'Page shown',
    behindChoice: (when: string, device: string) => `${when}, ${device}`,
    behindNone: 'Plain sheet',
    compare: {
      by: 'Compare by',
      none: 'Nothing',
      first: 'First group',
      second: 'Second group',
      difference: 'Difference',
      differenceMeaning: 'One map: the second group less the first, each by its page views.',
      same: 'Choose two different groups.',
    },
    units: {
      click: 'clicks per 1,000 page views, in a spot of 42 px',
      move: 'cursor positions per 1,000 page views, in a spot of 42 px',
      gaze: 's of fixation per 1,000 page views, in a spot of 42 px',
      scroll: 'of page views came this far',
      attention: 's in view per page view',
    },
    unitsOfSessions: 'Nothing told page views here: amounts are by sessions.',
    legendMost: { share: percent, amount },
    moreIn: (group: string, most: string) => `${most} more in ${group}`,
    facts: (sessions: number, views: number) => `${plural(sessions, 'session', 'sessions')}, ${plural(views, 'page view', 'page views')}`,
    happened: {
      click: (count: number) => plural(count, 'click', 'clicks'),
      move: (count: number) => plural(count, 'position', 'positions'),
      gaze: (count: number) => plural(count, 'fixation', 'fixations'),
    },
    lost: (share: number) => `${percent(share)} on elements that the page shown does not have`,
    lostPixels: (share: number) => `${percent(share)} without a place on the page`,
    middled: (share: number) => `${percent(share)} drawn in the middle of their element, because the place in it was not recorded`,
    read: (read: number, of: number) => `the newest ${number(read)} of ${plural(of, 'session', 'sessions')}`,
    known: (known: number, views: number) =>
      `how far they went is known of ${number(known)} of ${plural(views, 'page view', 'page views')}`,
    by: (metrics: readonly string[]) => `by ${metrics.join(', ')}`,
    reach: (share: number) => `${percent(share)} came to here`,
    inView: (seconds: number) => `${amount(seconds)} s`,
    fold: (px: number) => `${number(px)} px: the window ends here`,
    plain: 'This page was not recorded: the map lies on a plain sheet of its size, and places are those on the screen.',
    loadingPage: 'Building the recorded page …',
    failedPage: (message: string) => `The recorded page could not be shown: ${message}`,
    failed: (message: string) => `The map could not be read: ${message}`,
    nothing: {
      click: 'No clicks here',
      move: 'No cursor positions here',
      scroll: 'No scrolling here',
      attention: 'No time in view is known here',
      gaze: 'No fixations here',
    },
    nothingMeaning: {
      click: 'Nobody of these sessions clicked on this page.',
      move: 'The way of the cursor is recorded where the flight’s settings list “trackCursor” among its events.',
      scroll: 'How far a page was scrolled is recorded where the flight’s settings list “pageScroll” among its events.',
      attention: 'It is worked out from scrolling and presence, which the flight’s settings can switch on.',
      gaze: 'Fixations come from an eye tracker or the page, as events “gaze_fixation”.',
    },
    map: (kind: string, group: string) => `${kind}${group === '' ? '' : `, ${group}`}: map of the page`,
    elements: {
      title: 'Elements',
      meaning: 'Most clicked first; click one to see where it is.',
      element: 'Element',
      clicks: 'Clicks',
      share: 'Share',
      shareMeaning: 'Of all clicks on the page.',
      rate: 'Reach',
      rateMeaning: 'Share of the sessions that saw the page and clicked it.',
      rage: 'Rage',
      rageMeaning: 'Rage episodes that began on it.',
      hover: 'Hover',
      hoverMeaning: 'Seconds the cursor was on it, all sessions together.',
      gone: 'not on the page shown',
      none: 'Nothing was clicked here.',
      change: 'Difference',
      changeMeaning: 'Clicks per 1,000 page views in the second group less those in the first.',
    },
    side: { label: 'Beside the map', elements: 'Elements', areas: 'Areas' },
    areas: {
      title: 'Areas of interest',
      meaning:
        'Draw a rectangle on the page, or name a CSS selector. Areas hold for sessions from before, too; a change makes a new version.',
      needsPage: 'Areas are made on a recorded page: record some sessions of this page, or choose one under “Page shown”.',
      name: 'Name',
      selector: 'CSS selector, such as .price',
      draw: 'Draw',
      drawing: 'Stop drawing',
      isDrawn: 'A rectangle was drawn',
      add: 'Add area',
      unnamed: (count: number) => `Area ${count}`,
      finds: (selector: string) => `“${selector}” is no CSS selector, or finds nothing that can be seen on this page.`,
      none: 'This page has no areas yet.',
      version: (version: number) => `v${version}`,
      retire: (name: string) => `Retire the area ${name}`,
      retireMeaning: 'It is no longer measured; what was measured with it keeps its definition.',
      group: (group: string, sessions: number) =>
        group === '' ? plural(sessions, 'session', 'sessions') : `${group} (${number(sessions)})`,
      columns: { group: 'Sessions', clicks: 'Clicks', clicked: 'Reach', first: 'First', hover: 'Hover', inView: 'In view', gaze: 'Gaze' },
      meanings: {
        clicks: 'Clicks in the area',
        clicked: 'Share of the sessions that saw the page and clicked in the area',
        first: 'Median time from the beginning of the page view to the first click in it',
        hover: 'Mean time the cursor was in it, per session whose cursor was recorded',
        inView: 'Mean time it was in view, per session: half of it, or half of the window',
        gaze: 'Mean time of fixations in it, per session with fixations',
      },
    },
    empty: {
      title: 'Here will be maps of your pages',
      meaning:
        'Where people click, how far they scroll, what they look at: drawn on the page itself. Nothing has been recorded in this flight yet.',
      filtered: 'No page left',
      filteredMeaning: 'No session matches the filter in this time.',
      clear: 'Clear the filter',
      showAll: 'Show all time',
    },
  },
};
