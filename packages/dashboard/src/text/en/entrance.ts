import { plural } from './number.ts';

/** Before anybody is signed in, the first look, and addresses that lead nowhere. */
export const entrance = {
  signIn: {
    title: 'Sign in',
    action: 'Sign in',
    forgotten: 'Forgotten your password? Whoever runs the server sets a new one with “sightline user password”.',
  },
  setup: {
    title: 'Welcome to Sightline',
    meaning: 'Create the owner’s account. It stays on this server, like everything that is recorded.',
    action: 'Create account and go on',
    steps: 'Setting up',
    step: { account: 'Your account', flight: 'What you study', event: 'The first event' },
    noCode:
      'To create the owner’s account, open the one-time link that the server printed when it started. It ends in “/setup#” and a code.',
    done: 'This server has its owner',
    doneMeaning: 'The link has been used. Sign in with the account that was created.',
    passwordRule: (min: number, length: number) =>
      `At least ${min} characters; a few words are best. ${length === 0 ? '' : `${length} so far.`}`,
    passwordShort: (min: number) => `The password needs at least ${min} characters.`,
    passwordLong: (max: number) => `The password may have at most ${max} characters.`,
  },
  firstLook: {
    title: 'See your first event arrive',
    meaning: (flight: string) => `Everything that arrives here belongs to the flight “${flight}”.`,
    shop: 'Try it in the example shop',
    shopMeaning: 'It runs on this server and is recorded already. Click around, then come back.',
    openShop: 'Open the shop',
    openSearch: 'Or a search experiment',
    snippet: 'Put this line on your pages',
    snippetOr: 'Or record a page of your own',
    snippetMeaning: (origins: readonly string[]) =>
      `Paste it into the <head> of every page. Events are taken from ${origins.length === 0 ? 'nowhere yet: allow an origin on the Flights page' : origins.join(', ')}.`,
    noToken: 'This flight has no token any more: create one on the Flights page.',
    see: 'See it here',
    seeMeaning: 'Open one of these pages in another tab and click somewhere.',
    waiting: 'Waiting for the first event …',
    arrived: (events: number, sessions: number) =>
      `It arrived: ${plural(events, 'event', 'events')} in ${plural(sessions, 'session', 'sessions')}.`,
    refused: (calls: number) =>
      `${plural(calls, 'call was', 'calls were')} refused: the page’s address may not be among the allowed origins.`,
    toSession: 'Look at the session',
    skip: 'Go to the console',
  },
  firstFlight: {
    title: 'What do you want to look at?',
    meaning:
      'An application is a site or a study; a flight is one run of it, with its own token and settings. All of it can be changed later.',
    application: 'Application',
    applicationMeaning: 'What you study, as your team calls it.',
    applicationExample: 'Kiln shop',
    flight: 'Flight',
    flightMeaning: 'One run: a pilot, a term, a version of the site. Its sessions are looked at together.',
    flightExample: 'Pilot',
    origins: 'Where its pages are',
    originsMeaning: 'Only pages of these addresses may send events. One on a line; * stands for any port or subdomain.',
    originsExample: 'https://shop.example.org',
    noOrigin: 'Without an address no page may send events. For pages on this computer: http://localhost:*',
    record: 'What is recorded',
    always: 'Always: page views, clicks, scrolling, forms (which field, never what was entered) and errors.',
    wishes: {
      recording: { label: 'What visitors see, for replay', meaning: 'Nothing typed leaves the page. A further script of some 30 kB.' },
      presence: { label: 'Time: open, visible and active', meaning: 'To the second, over all tabs.' },
      consent: { label: 'Only after visitors agreed', meaning: 'Nothing is kept or sent before your page calls sightline.grant().' },
    },
    action: 'Create and get the line for my pages',
    elseShop: 'Only looking around?',
    toShop: 'Try it in the example shop',
  },
  snippet: {
    label: 'Script tag',
    copy: 'Copy the script tag',
    onlyHere: (host: string) =>
      `${host} is known to this computer alone: for pages elsewhere, run the server where they can reach it (SIGHTLINE_PUBLIC_URL) and open the console there.`,
  },
  notFound: {
    title: 'There is nothing at this address',
    meaning: 'It may have been moved, or the link is not complete.',
    action: 'Go to the sessions',
  },
  failure: {
    title: 'This page could not be shown',
    meaning: 'That is a fault of this view. What is recorded is safe.',
    again: 'Try again',
    copy: 'Copy the error',
  },
};
