import { Button } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { healthQuery } from '../../data/health.ts';
import { UntilRecorded } from '../../first-look/until-recorded.tsx';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { rangeLabel } from '../../scope/range-label.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Why the list is empty, and what to do: loosen the filter, look further back, or start recording. */
export function NoSessions({ flight, filtered, onClear }: { flight: Flight; filtered: boolean; onClear: () => void }) {
  const { range, choose } = useScope();
  const { preferences } = usePreferences();
  const { data } = useQuery(healthQuery(useApi(), flight.id));
  const empty = text.sessions.empty;
  if (filtered) {
    return (
      <EmptyState part title={empty.filtered} meaning={empty.filteredMeaning(rangeLabel(range, preferences))}>
        <Button variant="default" onClick={onClear}>
          {empty.clear}
        </Button>
      </EmptyState>
    );
  }
  return (
    <UntilRecorded flight={flight} title={empty.fresh} meaning={empty.freshMeaning}>
      {range === 'all' ? (
        <EmptyState part title={empty.fresh} meaning={empty.freshMeaning} />
      ) : (
        <EmptyState part title={empty.range(rangeLabel(range, preferences))} meaning={empty.rangeMeaning(data?.sessions ?? 0)}>
          <Button onClick={() => choose({ range: 'all' })}>{empty.showAll}</Button>
        </EmptyState>
      )}
    </UntilRecorded>
  );
}
