import { number, plural } from './number.ts';

/** The live monitor. */
export const live = {
  monitor: {
    title: 'Live',
    meaning: 'Whoever sent something in the last minute; every two seconds anew.',
    count: (people: number) => (people === 0 ? 'Nobody here now' : plural(people, 'session', 'sessions')),
    who: 'Who is here',
    whoColumn: 'Who',
    visitor: (id: string) => `visitor ${id}`,
    condition: 'Condition',
    page: 'Page',
    last: 'Last event',
    here: 'Here for',
    arrival: 'Arrival',
    flags: 'Flags',
    idle: 'idle',
    active: 'active',
    lag: (ms: number) => (ms < 1_000 ? `${number(ms)} ms` : `${number(ms / 1_000, 1)} s`),
    seconds: (ms: number) => `${number(Math.floor(ms / 1_000))} s`,
    since: (ms: number) => (ms < 60_000 ? `${number(Math.round(ms / 1_000))} s ago` : `${number(Math.floor(ms / 60_000))} min ago`),
    missing: (count: number) => `${number(count)} missing`,
    rage: (count: number) => plural(count, 'rage click', 'rage clicks'),
    errors: (count: number) => plural(count, 'error', 'errors'),
    feed: 'What happens',
    noFeed: 'Clicks, pages and the study’s own events appear here as they arrive.',
    dropOuts: 'Dropped out',
    conditions: 'How the conditions fill',
    filled: ({ active, completed, dropped, quota }: { active: number; completed: number; dropped: number; quota: number | null }) =>
      [
        quota === null ? `${number(completed)} done` : `${number(completed)} of ${number(quota)} done`,
        `${number(active)} under way`,
        ...(dropped > 0 ? [`${number(dropped)} gone`] : []),
      ].join(', '),
    nobody: 'Nobody is on these pages now',
    nobodyMeaning:
      'Everybody who is will be a line here: the page they see, the last thing they did, and whether their events arrive whole and in time.',
    toStudy: 'Invite participants',
  },
};
