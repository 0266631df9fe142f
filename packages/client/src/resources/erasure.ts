import type { Deletion, PersonErasure, SessionErasure } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** Erasing for good. */
export const erasure = ({ send }: Caller) => ({
  erasePerson: (person: string, flight: string, check: Deletion) =>
    send<PersonErasure>('DELETE', `/people/${id(person)}${query({ flight })}`, check),
  eraseSession: (session: string) => send<SessionErasure>('DELETE', `/sessions/${id(session)}`),
});
