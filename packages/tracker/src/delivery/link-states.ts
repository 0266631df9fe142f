/** Where the link to the server stands. */
export type LinkState = 'idle' | 'connecting' | 'open' | 'waiting' | 'away' | 'stopped';
/** What can happen to it. */
export type LinkSignal = 'wanted' | 'welcomed' | 'lost' | 'due' | 'refused' | 'left' | 'returned';

/**
 * Every state under every signal. `away` is a page that was left and may come back from the back/forward cache; `stopped` is
 * final for the document: the server said that trying again does not help.
 */
export const nextLinkState: Record<LinkState, Record<LinkSignal, LinkState>> = {
  idle: { wanted: 'connecting', welcomed: 'idle', lost: 'idle', due: 'idle', refused: 'stopped', left: 'away', returned: 'idle' },
  connecting: {
    wanted: 'connecting',
    welcomed: 'open',
    lost: 'waiting',
    due: 'connecting',
    refused: 'stopped',
    left: 'away',
    returned: 'connecting',
  },
  open: { wanted: 'open', welcomed: 'open', lost: 'waiting', due: 'open', refused: 'stopped', left: 'away', returned: 'open' },
  waiting: {
    wanted: 'connecting',
    welcomed: 'waiting',
    lost: 'waiting',
    due: 'connecting',
    refused: 'stopped',
    left: 'away',
    returned: 'waiting',
  },
  away: { wanted: 'away', welcomed: 'away', lost: 'away', due: 'away', refused: 'stopped', left: 'away', returned: 'idle' },
  stopped: {
    wanted: 'stopped',
    welcomed: 'stopped',
    lost: 'stopped',
    due: 'stopped',
    refused: 'stopped',
    left: 'stopped',
    returned: 'stopped',
  },
};
