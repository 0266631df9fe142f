import { isUuid, type PersonDetail } from '@sightline/protocol';
import type { Refusal } from '../registry/refusal.ts';
import type { VisitsKey } from '../store/visits.ts';
import type { ApiDeps } from './api-deps.ts';
import { asPerson } from './as-person.ts';

/** What stands before a visitor's id where no person has been named. */
export const VISITOR = 'visitor-';

/** A person that was found, with the way to what they did. */
export interface FoundPerson {
  applicationId: string;
  /** Undefined for a visitor whom nobody has named. */
  personId?: string;
  label: string | null;
  key: VisitsKey;
  detail(): Promise<PersonDetail>;
}

/** Finds people by their id, or a visitor's, over all flights of a flight's application. */
export const findPerson =
  ({ registry, store }: Pick<ApiDeps, 'registry' | 'store'>) =>
  async (id: string, flight: string): Promise<FoundPerson | Refusal> => {
    const applicationId = (await registry.flights.get(flight))?.applicationId;
    if (applicationId === undefined)
      return { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(flight)}` };
    const visitor = id.startsWith(VISITOR) ? id.slice(VISITOR.length) : undefined;
    const person = visitor === undefined ? await registry.people.get(applicationId, id) : undefined;
    const visitors = visitor === undefined ? person?.visitors : isUuid(visitor) ? [visitor.toLowerCase()] : undefined;
    if (visitors === undefined) return { refusal: 'notFound', field: 'id', message: `There is no person ${JSON.stringify(id)}` };
    const application = (await registry.applications.list()).find((each) => each.id === applicationId);
    const key = { flights: application?.flights.map((each) => each.id) ?? [flight], visitors };
    return {
      applicationId,
      ...(person && { personId: person.id }),
      label: person?.label ?? null,
      key,
      detail: async () => {
        const [seen, pages, merges] = await Promise.all([
          store.listVisitors({ flights: key.flights, only: visitors }),
          store.visitedPages(key),
          person ? registry.mergePeople.merges(person.id) : [],
        ]);
        return {
          person: asPerson({ id, label: person?.label ?? null, createdAt: person?.createdAt ?? 0, visitors }, seen.visitors),
          visitors: seen.visitors.map(({ entryUrl: _entryUrl, ...row }) => row),
          pages,
          merges,
        };
      },
    };
  };
