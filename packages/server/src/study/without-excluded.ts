import type { SessionFilter } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** Answers a filter that leaves out the sessions of those who were excluded or withdrew, unless it says that it wants them. */
export function withoutExcluded({ studies, participants }: Pick<Registry, 'studies' | 'participants'>) {
  return async <Filter extends Pick<SessionFilter, 'flight' | 'excluded' | 'whereNot'>>(filter: Filter): Promise<Filter> => {
    if (filter.excluded) return filter;
    const codes = await participants.notCounted(filter.flight);
    const study = codes.length > 0 ? await studies.ofFlight(filter.flight) : undefined;
    if (!study) return filter;
    const { participantParameter } = study.settings;
    return { ...filter, whereNot: [...(filter.whereNot ?? []), ...codes.map((code) => `${participantParameter}:${code}`)] };
  };
}
