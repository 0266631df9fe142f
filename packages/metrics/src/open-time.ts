import { presenceTime } from './presence/presence-time.ts';

/** Time in which the site was open in at least one tab, shown or not. */
export const openTime = presenceTime({
  level: 'open',
  name: 'open_time',
  title: 'Open time',
  definition:
    'Length of the union over tabs of the time a tab was open, without sleep and without the time the browser had frozen it, from the first byte of a document on (where the tracker is a package: from its start); derived: from a tab’s first to its last event.',
  source: 'Sightline',
});
