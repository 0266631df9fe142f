import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { qualityQuery } from '../../data/quality.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Pager } from '../../ui/table/pager.tsx';
import overview from '../overview/page.module.css';
import { NoFlight } from '../sessions/no-flight.tsx';
import { Figures } from './figures.tsx';
import { FlagList } from './flag-list.tsx';
import { Headline } from './headline.tsx';
import { QUALITY_COLUMNS } from './session-columns.tsx';
import styles from './quality.module.css';

const route = getRouteApi('/app/quality');
const words = text.quality;
const SIZE = 50;

/** How much of what happened is here, and which sessions to look at before counting on them. */
export function QualityPage() {
  const { flight, range, choose } = useScope();
  const { filter, setFilter } = useFilter();
  const { offset = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery({
    ...qualityQuery(useApi(), { flight: flight?.id ?? '', range, filter }, { offset, limit: SIZE }),
    enabled: flight !== undefined,
  });
  if (!flight) return <NoFlight />;
  return (
    <div className={overview.page} aria-busy={!data && !error}>
      <header className={overview.head}>
        <h1>{words.title}</h1>
        <FilterBar flight={flight.id} filter={filter} onChange={setFilter} hasAll />
      </header>
      {error ? (
        <p className={overview.failure} role="alert">
          {words.failed(error.message)}
        </p>
      ) : null}
      {!data && !error ? <div className={overview.waiting} aria-hidden /> : null}
      {data?.totals.sessions === 0 ? (
        <EmptyState part title={words.none} meaning={words.noneMeaning}>
          {range === 'all' ? null : <Button onClick={() => choose({ range: 'all' })}>{words.showAll}</Button>}
        </EmptyState>
      ) : null}
      {data && data.totals.sessions > 0 ? (
        <>
          <div className={styles.top}>
            <Headline totals={data.totals} />
            <FlagList totals={data.totals} flags={data.flags} />
          </div>
          <Figures totals={data.totals} />
          <section className={styles.worst} aria-labelledby="quality-worst">
            <div className={overview.panelHead}>
              <h2 id="quality-worst">{words.worst}</h2>
              <span className="quiet">{data.total === 0 ? '' : `${text.number(data.total)} · ${words.worstMeaning}`}</span>
            </div>
            {data.total === 0 ? (
              <p className="quiet">
                {words.allGood}. {words.allGoodMeaning}
              </p>
            ) : (
              <DataTable
                label={words.worst}
                columns={QUALITY_COLUMNS}
                rows={data.sessions}
                rowKey={({ session }) => session}
                linkOf={({ session }) => ({ to: '/sessions/$id', params: { id: session }, search: {} })}
              />
            )}
            <Pager
              offset={offset}
              size={SIZE}
              total={data.total}
              onOffset={(next) =>
                void navigate({ search: (before) => ({ ...before, offset: next > 0 ? next : undefined }), replace: true })
              }
            />
          </section>
        </>
      ) : null}
    </div>
  );
}
