import { number, plural } from './number.ts';

/** Events that are worked out afterwards. */
export const rules = {
  rules: {
    title: 'Rules',
    meaning:
      'What would this have logged? A rule is applied to sessions from before, on the page as it was recorded. Its events are marked as derived and never stand among what was recorded.',
    form: 'New rule',
    selector: 'CSS selector',
    selectorExample: 'such as .result a',
    event: 'Event',
    name: 'Name of the events',
    nameExample: 'such as RESULT_CLICK',
    metadata: 'Take along',
    metadataNone: 'nothing',
    sourcers: {
      elementAttribute: 'attribute',
      closestAttribute: 'attribute of it or around it',
      dataset: 'data field',
      elementProperty: 'property',
      metaTag: 'meta tag',
      urlParameter: 'URL parameter',
    },
    lookFor: 'Which one',
    lookForExample: 'such as rank',
    add: 'Add and apply',
    apply: 'Apply to new sessions',
    remove: (name: string) => `Delete the rule ${name} and its events`,
    removeWords: 'Delete',
    from: (event: string, selector: string) => `${event} on ${selector}`,
    version: (version: number, by: string) => `v${version}${by === '' ? '' : `, by ${by}`}`,
    done: (sessions: number, of: number) => `${number(sessions)} of ${plural(of, 'session', 'sessions')}`,
    states: { running: 'Being applied', idle: 'Applied', failed: 'Stopped' },
    events: (count: number) => plural(count, 'event', 'events'),
    undecided: (count: number) => `${number(count)} undecided`,
    undecidedMeaning: 'Of these clicks it cannot be said whether the rule means them.',
    recordings: (count: number) => `${plural(count, 'session', 'sessions')} from recordings`,
    problem: (problem: string, sessions: number) => `${problem}: ${plural(sessions, 'session', 'sessions')}`,
    failed: (message: string) => `It stopped: ${message}. What is done is kept; apply it again to go on.`,
    empty: 'No rules yet',
    emptyMeaning:
      'Name a selector and an event, as a LogUI group does: all sessions are then looked through for it, on the page as it was recorded.',
    sample: 'The first events',
    columns: { at: 'When', session: 'Session', url: 'Page', metadata: 'Taken along' },
  },
};
