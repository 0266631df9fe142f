import type { PeoplePage, PeopleQuery, PersonRow } from '@sightline/protocol';
import type { Person } from '../registry/people.ts';
import type { Refusal } from '../registry/refusal.ts';
import type { VisitorRow } from '../store/list-visitors.ts';
import type { ApiDeps } from './api-deps.ts';
import { asPerson } from './as-person.ts';
import { VISITOR } from './find-person.ts';

const PAGE = 50;

/**
 * People of a flight: those with an identity, which the registry knows and the store tells what they did; or visitors without one,
 * who may be very many and are sorted and counted where they are.
 */
export async function listPeople(
  { registry, store }: Pick<ApiDeps, 'registry' | 'store'>,
  query: PeopleQuery,
): Promise<PeoplePage | Refusal> {
  const { flight, from, to, known = true, search, sort = 'lastAt', descending = true, offset = 0, limit = PAGE } = query;
  const applicationId = (await registry.flights.get(flight))?.applicationId;
  if (applicationId === undefined) return { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(flight)}` };
  const persons = await registry.people.list(applicationId);
  const named = persons.flatMap(({ visitors }) => visitors);
  const span = { flights: [flight], from, to };
  if (!known) {
    const { visitors, total } = await store.listVisitors({
      ...span,
      except: named,
      search,
      sort: sort === 'label' ? 'lastAt' : sort,
      descending,
      offset,
      limit,
    });
    return { people: visitors.map((row) => asPerson({ ...nobody(row), label: null }, [row])), total };
  }
  const { visitors } = await store.listVisitors({ ...span, only: named });
  const rows = rowsOf(persons, visitors, from !== undefined || to !== undefined);
  const wanted = search === undefined || search === '' ? rows : rows.filter((row) => isNamedSo(row, search));
  const sign = descending ? -1 : 1;
  wanted.sort((one, other) => sign * compare(one[sort], other[sort]) || compare(one.id, other.id));
  return { people: wanted.slice(offset, offset + limit), total: wanted.length };
}

const nobody = ({ visitor, firstAt }: VisitorRow) => ({ id: `${VISITOR}${visitor}`, createdAt: firstAt, visitors: [visitor] });

function rowsOf(persons: readonly Person[], visitors: readonly VisitorRow[], seenOnly: boolean): PersonRow[] {
  const seen = new Map(visitors.map((row) => [row.visitor, row]));
  return persons.flatMap((person) => {
    const rows = person.visitors.flatMap((visitor) => seen.get(visitor) ?? []);
    // A person of another flight, or of another time, is none of this list; without a time, one who was never seen still is somebody.
    return rows.length === 0 && seenOnly ? [] : [asPerson(person, rows)];
  });
}

const isNamedSo = ({ label, id }: PersonRow, search: string): boolean =>
  [label ?? '', id].some((text) => text.toLowerCase().includes(search.trim().toLowerCase()));

function compare(one: string | number | null, other: string | number | null): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { sensitivity: 'base' });
}
