import type { SessionSummary } from '@sightline/protocol';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What to call a session in little room: the client's own name for it, or the first eight digits of its id. */
export const sessionName = ({ ref }: Pick<SessionSummary, 'ref'>): string => (UUID.test(ref) ? ref.slice(0, 8) : ref);
