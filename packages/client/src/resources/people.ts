import type { PeoplePage, PeopleQuery, PersonDetail, VisitPage } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** People, their history, and which of them are one. */
export const people = ({ get, send }: Caller) => ({
  people: (asked: PeopleQuery, signal?: AbortSignal) => get<PeoplePage>(`/people${query(asked)}`, signal),
  person: (person: string, flight: string, signal?: AbortSignal) => get<PersonDetail>(`/people/${id(person)}${query({ flight })}`, signal),
  visits: (person: string, asked: { flight: string; offset?: number; limit?: number; search?: string }, signal?: AbortSignal) =>
    get<VisitPage>(`/people/${id(person)}/visits${query(asked)}`, signal),
  mergePeople: (person: string, other: string, flight: string) =>
    send<PersonDetail>('POST', `/people/${id(person)}/merge${query({ flight })}`, { other }),
  undoMerge: (person: string, merge: string, flight: string) =>
    send<PersonDetail>('DELETE', `/people/${id(person)}/merges/${id(merge)}${query({ flight })}`),
});
