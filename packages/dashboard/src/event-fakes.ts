import type { StoredEvent } from '@sightline/protocol';

/** An event for tests: a click at an instant, unless told otherwise. */
export const fakeEvent = (given: { [Name in keyof StoredEvent]?: StoredEvent[Name] | string } = {}): StoredEvent =>
  ({
    session: '00000000-0000-4000-8000-000000000001',
    tab: 'tab-a',
    sequence: 0,
    type: 'interactionEvent',
    name: 'click',
    at: 0,
    wallAt: 0,
    monotonicAt: null,
    epoch: 0,
    receivedAt: 0,
    pageView: null,
    url: '',
    details: {},
    metadata: [],
    applicationSpecificData: {},
    dialect: 'native',
    ...given,
  }) as StoredEvent;
