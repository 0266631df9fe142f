import type { SessionFilter } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** No participant has it for a code: nobody's sessions match. */
const NOBODY = '(nobody)';

/** Answers a filter that leaves out the sessions of those who were excluded or withdrew, unless it says that it wants them, or them only. */
export function withoutExcluded({ studies, participants }: Pick<Registry, 'studies' | 'participants'>) {
  return async <Filter extends Pick<SessionFilter, 'flight' | 'excluded' | 'where' | 'whereNot'>>(filter: Filter): Promise<Filter> => {
    const { flight, excluded, where = [], whereNot = [] } = filter;
    if (excluded === true) return filter;
    const notCounted = await participants.notCounted(flight);
    const study = notCounted.length > 0 ? await studies.ofFlight(flight) : undefined;
    const field = study?.settings.participantParameter ?? 'participant';
    const pairs = notCounted.map(({ participant }) => `${field}:${participant}`);
    if (excluded === 'only') {
      // Of one field any value does: who is asked for by code already stays one of those.
      const asked = where.filter((pair) => pair.startsWith(`${field}:`));
      const wanted = asked.length > 0 ? pairs.filter((pair) => asked.includes(pair)) : pairs;
      const others = where.filter((pair) => !asked.includes(pair));
      return { ...filter, where: [...others, ...(study && wanted.length > 0 ? wanted : [`${field}:${NOBODY}`])] };
    }
    return study ? { ...filter, whereNot: [...whereNot, ...pairs] } : filter;
  };
}
