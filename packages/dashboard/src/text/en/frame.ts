import { number } from './number.ts';

/** What surrounds every page. */
export const frame = {
  number,
  live: 'Live',
  liveMeaning: 'An event came within the last minute',
  clear: 'Clear',
  cancel: 'Cancel',
  copy: { ready: 'Copy', copied: 'Copied', failed: 'Not copied' },

  frame: { navigation: 'Pages', home: 'Sightline: sessions', skip: 'Skip to content', sessions: 'Sessions', flights: 'Flights' },
  theme: { title: 'Theme', auto: 'As the system', light: 'Light', dark: 'Dark' },
  account: {
    menu: (name: string) => `Account of ${name}`,
    signOut: 'Sign out',
    email: 'Email',
    password: 'Password',
    name: 'Name',
  },
  palette: {
    open: 'Search and commands',
    keys: '⌘K',
    placeholder: 'Go to a page, a flight, an action …',
    results: 'Commands',
    nothing: (typed: string) => `Nothing here is called “${typed}”.`,
    page: 'Page',
    account: 'Account',
    flight: (name: string) => `Flight ${name}`,
    shop: 'Open the example shop',
    light: 'Use the light theme',
    dark: 'Use the dark theme',
  },
  scope: { group: 'What this page is about', application: 'Application', flight: 'Flight', none: 'none yet' },
  range: {
    title: 'Time range',
    presets: { '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days', all: 'All time' },
    short: { '1h': '1 h', '24h': '24 h', '7d': '7 d', '30d': '30 d', all: 'All' },
    from: 'From',
    to: 'To',
    zone: (zone: string) => `Times are in ${zone}, which is chosen under Account.`,
    show: 'Show this range',
    wrongOrder: 'The end must come after the start.',
  },
  offline: {
    title: 'The server does not answer.',
    meaning: 'Recording goes on: pages keep their events until the server is back. Only this view cannot reach it.',
    form: 'The server does not answer. Nothing was changed; try again in a moment.',
  },
};
