import type { DerivableEvent } from '@sightline/protocol';
import { number, plural } from './number.ts';

const hovers = () => {
  const words =
    'Worked out from the recorded positions of the pointer (every 50 ms unless the flight says otherwise). Not seen are shorter visits, those that scrolling or a moving page alone brings about, and where trackCursor is off, a pointer that leaves the window.';
  return { mouseenter: words, mouseleave: words, mouseHover: words };
};

const FOCUS = 'Worked out from recordings of the page, of the element itself that has the focus, as LogUI’s groups hear it.';

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
    eventNames: {
      click: 'click',
      dblclick: 'double click',
      contextmenu: 'context menu',
      mousedown: 'button pressed (mousedown)',
      mouseup: 'button released (mouseup)',
      focus: 'focus',
      blur: 'blur',
      touchstart: 'touch (touchstart)',
      touchend: 'end of touch (touchend)',
      mouseenter: 'pointer enters (mouseenter)',
      mouseleave: 'pointer leaves (mouseleave)',
      mouseHover: 'hover: enters and leaves (mouseHover)',
      mouseClick: 'click with its length (mouseClick)',
      submit: 'form submitted (submit)',
      formSubmission: 'form submitted with values (formSubmission)',
      input: 'input',
      scroll: 'scroll',
      scrollable: 'scrolling begins and ends (scrollable)',
    },
    readsRecording: 'Worked out from recordings of the page; sessions without one yield nothing.',
    readsFrom: {
      click: 'Worked out from recordings of the page; without one from the paths of clicks, as far as these tell it.',
      submit:
        'When a form was submitted is told by stored events, which form by the recorded page, else by its path. What was entered is not taken along.',
      formSubmission:
        'As of “submit”, with the values that a pasted group asks for: boxes that are ticked, attributes, what is empty. What was typed is not in recordings, and said to be missing.',
      mouseClick:
        'Pressed and released over the same element, with the milliseconds between; the primary button alone, as recordings do not tell of the others.',
      scrollable:
        'Recordings tell of scrolling every 100 ms: its beginning is exact, its end up to that late, and pauses under 150 ms are not seen.',
      focus: FOCUS,
      blur: FOCUS,
      ...hovers(),
    } as Partial<Record<DerivableEvent, string>>,
    forAll: 'Also for each element around it that the selector means, as LogUI’s groups do',
    properties: 'Said to LogUI’s handler:',
    fromGroup: 'From a LogUI group',
    group: 'The group as JSON',
    groupMeaning:
      'One entry of a trackingConfiguration. It fills the form above; names of single steps and values of forms are taken over, too.',
    groupExample: '{ "selector": ".result", "event": "mouseHover", "properties": { "mouseenter": { "name": "IN" } } }',
    groupProblems: {
      json: 'That is no JSON object: names and texts stand in double quotes.',
      selector: 'A group has a selector, a text.',
      event: (event: string) => `Recordings do not tell of the event ${event}.`,
      name: 'A group has a name, or names for the steps of its handler.',
    },
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
    moreMetadata: 'Take along one more',
    lessMetadata: (lookFor: string) => `Do not take along ${lookFor || 'this one'}`,
    change: (name: string) => `Change the rule ${name}`,
    changeWords: 'Change',
    saveChange: 'Make next version and apply',
    removeMeaning: 'All its events go, in all versions. What was recorded stays, so a rule like it yields them again.',
    showSessions: 'Sessions that did this',
    showMeasure: 'Measure by condition',
    elsewhere: (name: string) => `In funnels, sequences and parameters of measures it is called ${name}.`,
    apply: 'Apply to new sessions',
    remove: (name: string) => `Delete the rule ${name} and its events`,
    removeWords: 'Delete',
    from: (event: string, selector: string) => `${event} on ${selector}`,
    version: (version: number, by: string) => `v${version}${by === '' ? '' : `, by ${by}`}`,
    done: (sessions: number, of: number) => `${number(sessions)} of ${plural(of, 'session', 'sessions')}`,
    states: { running: 'Being applied', idle: 'Applied', failed: 'Stopped' },
    events: (count: number) => plural(count, 'event', 'events'),
    undecided: (count: number) => `${number(count)} undecided`,
    undecidedMeaning: 'Of these it cannot be said whether the rule means them.',
    recordings: (count: number) => `${plural(count, 'session', 'sessions')} from recordings`,
    problem: (problem: string, sessions: number) => `${problem}: ${plural(sessions, 'session', 'sessions')}`,
    failed: (message: string) => `It stopped: ${message}. What is done is kept; apply it again to go on.`,
    empty: 'No rules yet',
    emptyMeaning:
      'Name a selector and an event, as a LogUI group does: all sessions are then looked through for it, on the page as it was recorded.',
    sample: 'The first events',
    columns: { at: 'When', session: 'Session', type: 'Event', url: 'Page', metadata: 'Taken along' },
  },
};
