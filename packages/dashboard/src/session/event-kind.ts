import type { EventType, StoredEvent } from '@sightline/protocol';

/** How the console groups events: LogUI's four types, with page views set apart because they carry the story. */
export type EventKind = 'page' | 'interaction' | 'custom' | 'browser' | 'status';

/** The kinds in the order in which they are shown. */
export const KINDS: readonly EventKind[] = ['page', 'interaction', 'custom', 'browser', 'status'];

const BY_TYPE: Record<EventType, EventKind> = {
  interactionEvent: 'interaction',
  customEvent: 'custom',
  browserEvent: 'browser',
  statusEvent: 'status',
};

/** The kind an event is shown as. */
export const kindOf = ({ type, name }: Pick<StoredEvent, 'type' | 'name'>): EventKind =>
  name === 'pageView' || name === 'pageLeft' ? 'page' : BY_TYPE[type];
