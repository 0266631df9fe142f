import type { StoredEvent } from '@sightline/protocol';

/** What tells one event of a session from all others. */
export const eventKey = ({ tab, sequence }: Pick<StoredEvent, 'tab' | 'sequence'>): string => `${tab} ${sequence}`;
