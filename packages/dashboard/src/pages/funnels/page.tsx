import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { funnelQuery } from '../../data/journeys.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { joinedMembers } from '../../filter/members.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BySelect } from '../measures/by-select.tsx';
import styles from '../measures/measures.module.css';
import { MeasuresFrame } from '../measures/measures-frame.tsx';
import { useGroupNames } from '../measures/use-group-names.ts';
import { NoFlight } from '../sessions/no-flight.tsx';
import { FunnelSteps } from './funnel-steps.tsx';
import { FunnelTable } from './funnel-table.tsx';
import { stepsOf, type FunnelSearch } from './funnel-search.ts';
import { StepEditor } from './step-editor.tsx';

const route = getRouteApi('/app/funnels');

/** How far sessions go through steps in order, and where they leave. */
export function FunnelsPage() {
  const { flight, range } = useScope();
  const { filter, setFilter } = useFilter();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const steps = stepsOf(search.steps);
  const by = search.by ?? 'all';
  const change = (next: FunnelSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const asked = { flight: flight?.id ?? '', range, filter };
  const isAsked = flight !== undefined && steps.length > 1;
  const { data, error } = useQuery({ ...funnelQuery(useApi(), asked, { steps, within: search.within, by }), enabled: isAsked });
  const { name, hue } = useGroupNames(flight?.id ?? '', by, data?.groups.map(({ key }) => key) ?? []);
  if (!flight) return <NoFlight />;
  return (
    <MeasuresFrame>
      <section className={styles.panel} aria-busy={isAsked && !data && !error}>
        <div className={styles.controls}>
          <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
          <BySelect
            flight={flight.id}
            parts={null}
            by={by}
            days={false}
            onChange={(next) => change({ by: next === 'all' ? undefined : next })}
          />
          <Select
            size="xs"
            w={180}
            aria-label={text.journeys.within}
            leftSection={text.journeys.within}
            leftSectionWidth={56}
            allowDeselect={false}
            value={String(search.within ?? 'any')}
            data={Object.entries(text.journeys.times).map(([value, label]) => ({ value, label }))}
            onChange={(value) => change({ within: value === null || value === 'any' ? undefined : Number(value) })}
          />
        </div>
        <StepEditor flight={flight.id} steps={steps} onChange={(next) => change({ steps: joinedMembers(next) })} />
        {error ? <p role="alert">{text.across.failed(error.message)}</p> : null}
        {steps.length < 2 ? <EmptyState part title={text.journeys.needTwo} meaning={text.journeys.needTwoMeaning} /> : null}
        {isAsked && !data && !error ? <div className={styles.room} /> : null}
        {isAsked && data && data.groups.every(({ sessions }) => sessions === 0) ? (
          <EmptyState part title={text.across.empty.none} meaning={text.journeys.noSession} />
        ) : isAsked && data ? (
          <>
            <FunnelSteps funnel={data} steps={steps} name={name} hue={hue} filter={filter} />
            <p className={`quiet ${styles.note}`}>
              {text.journeys.caption(data.groups.map(({ key, sessions }) => text.journeys.groupSessions(name(key), sessions)).join(' '))}
            </p>
            <FunnelTable funnel={data} name={name} />
          </>
        ) : null}
      </section>
    </MeasuresFrame>
  );
}
