import type { EventType, StoredEvent } from '@sightline/protocol';

/** How the console groups events: LogUI's four types, with page views set apart because they carry the story, and what went wrong. */
export type EventKind = 'page' | 'interaction' | 'custom' | 'error' | 'network' | 'browser' | 'status';

/** The kinds in the order in which they are shown. */
export const KINDS: readonly EventKind[] = ['page', 'interaction', 'custom', 'error', 'network', 'browser', 'status'];

const BY_TYPE: Record<EventType, EventKind> = {
  interactionEvent: 'interaction',
  customEvent: 'custom',
  browserEvent: 'browser',
  statusEvent: 'status',
};

const BY_NAME: ReadonlyMap<string, EventKind> = new Map([
  ['pageView', 'page'],
  ['pageLeft', 'page'],
  ['pageError', 'error'],
  ['networkFailure', 'network'],
]);

/** The kind an event is shown as. */
export const kindOf = ({ type, name }: Pick<StoredEvent, 'type' | 'name'>): EventKind => BY_NAME.get(name) ?? BY_TYPE[type];
