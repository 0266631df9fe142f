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
    meaning: 'Two ways: look around in the example shop, or put one line on a page of yours.',
    shop: 'Try it in the example shop',
    shopMeaning: 'It runs on this server and is recorded already. Click around, then come back.',
    openShop: 'Open the shop',
    openSearch: 'Or a search experiment',
    snippet: 'Or record a page of your own',
    snippetMeaning: 'Paste this line into its <head>. The page’s address must be among the flight’s allowed origins.',
    noToken: 'This flight has no token any more: create one on the Flights page.',
    see: 'See it here',
    waiting: 'Waiting for the first event …',
    arrived: (events: number, sessions: number) =>
      `It arrived: ${plural(events, 'event', 'events')} in ${plural(sessions, 'session', 'sessions')}.`,
    toSessions: 'Look at the sessions',
    skip: 'Go to the console',
  },
  snippet: { label: 'Script tag', copy: 'Copy the script tag' },
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
