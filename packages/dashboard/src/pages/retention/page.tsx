import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { percent } from '../../charts/figure-text.ts';
import { retentionQuery } from '../../data/journeys.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import measures from '../measures/measures.module.css';
import { MeasuresFrame } from '../measures/measures-frame.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import styles from './retention.module.css';

const route = getRouteApi('/app/retention');

/** Of visitors who first came in a week or day, how many came again. */
export function RetentionPage() {
  const { flight, range, choose } = useScope();
  const { filter, setFilter } = useFilter();
  const { unit = 'week' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery({
    ...retentionQuery(useApi(), { flight: flight?.id ?? '', range, filter }, unit),
    enabled: flight !== undefined,
  });
  if (!flight) return <NoFlight />;
  const words = text.journeys;
  const columns = Math.max(0, ...(data?.cohorts ?? []).map(({ came }) => came.length));
  return (
    <MeasuresFrame>
      <section className={measures.panel} aria-busy={!data && !error}>
        <div className={measures.controls}>
          <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
          <SegmentedControl
            size="xs"
            value={unit}
            data={(['week', 'day'] as const).map((value) => ({ value, label: words.retentionBy[value] }))}
            onChange={(value) =>
              void navigate({ search: (before) => ({ ...before, unit: value === 'day' ? ('day' as const) : undefined }), replace: true })
            }
          />
        </div>
        {error ? <p role="alert">{text.across.failed(error.message)}</p> : null}
        {!data && !error ? <div className={measures.room} /> : null}
        {data && data.cohorts.length === 0 ? (
          <EmptyState part title={words.noVisitors} meaning={words.noVisitorsMeaning}>
            {range === 'all' ? null : <Button onClick={() => choose({ range: 'all' })}>{words.showAll}</Button>}
          </EmptyState>
        ) : null}
        {data && data.cohorts.length > 0 ? (
          <>
            <div className={measures.scroll} tabIndex={0} role="region" aria-label={text.across.tabs.retention}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.firstCame}</th>
                    <th scope="col">{words.visitors}</th>
                    {Array.from({ length: columns }, (_, later) => (
                      <th key={later} scope="col">
                        {words.period(data.unit, later)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.cohorts.map(({ begin, visitors, came }) => (
                    <tr key={begin}>
                      <th scope="row">{begin}</th>
                      <td>{text.number(visitors)}</td>
                      {came.map((count, later) => (
                        <td key={`${begin} ${String(later)}`} style={{ background: shade(visitors === 0 ? 0 : count / visitors) }}>
                          {text.number(count)}{' '}
                          <span className={styles.share}>{visitors === 0 ? '–' : `${percent(count / visitors)} %`}</span>
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className={`quiet ${measures.note}`}>{words.retentionCaption}</p>
          </>
        ) : null}
      </section>
    </MeasuresFrame>
  );
}

/** The deeper the more, never so deep that the figure is hard to read. */
const shade = (share: number) => `color-mix(in srgb, var(--iris-9) ${String(Math.round(Math.sqrt(share) * 32))}%, transparent)`;
