import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { pathsQuery } from '../../data/journeys.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../measures/measures.module.css';
import { MeasuresFrame } from '../measures/measures-frame.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { PageFlow } from './page-flow.tsx';
import type { PathsSearch } from './paths-search.ts';
import { Ways } from './ways.tsx';

const route = getRouteApi('/app/paths');

/** Ways from page to page: what comes before and after a page, and the most frequent ways. */
export function PathsPage() {
  const { flight, range } = useScope();
  const { filter, setFilter } = useFilter();
  const { around, segments } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const change = (next: PathsSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const asked = { flight: flight?.id ?? '', range, filter };
  const all = useQuery({ ...pathsQuery(api, asked, { around: undefined, segments }), enabled: flight !== undefined });
  const middle = around ?? all.data?.pages[0]?.page;
  const near = useQuery({ ...pathsQuery(api, asked, { around: middle, segments }), enabled: flight !== undefined && middle !== undefined });
  if (!flight) return <NoFlight />;
  const words = text.journeys;
  const pages = all.data?.pages ?? [];
  const failure = all.error ?? near.error;
  return (
    <MeasuresFrame>
      <section className={styles.panel} aria-busy={near.isPending && !failure}>
        <div className={styles.controls}>
          <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
          <Select
            size="xs"
            w={260}
            searchable
            aria-label={words.pageOf}
            allowDeselect={false}
            value={middle ?? null}
            data={[...new Set([...(middle === undefined ? [] : [middle]), ...pages.map(({ page }) => page)])]}
            onChange={(page) => change({ around: page ?? undefined })}
          />
          <Select
            size="xs"
            w={190}
            aria-label={words.together}
            allowDeselect={false}
            value={String(segments ?? 'all')}
            data={Object.entries(words.segments).map(([value, label]) => ({ value, label }))}
            onChange={(value) => change({ segments: value === null || value === 'all' ? undefined : Number(value), around: undefined })}
          />
        </div>
        {failure ? <p role="alert">{text.across.failed(failure.message)}</p> : null}
        {!all.data && !failure ? <div className={styles.room} /> : null}
        {all.data && pages.length === 0 ? <EmptyState part title={words.none} meaning={words.noneMeaning} /> : null}
        {all.data && middle !== undefined && pages.length > 0 ? (
          <>
            {near.data ? (
              <PageFlow page={middle} paths={near.data} onChoose={(page) => change({ around: page })} />
            ) : (
              <div className={styles.room} />
            )}
            <Ways paths={all.data} onChoose={(page) => change({ around: page })} />
            <p className={`quiet ${styles.note}`}>{words.pathsCaption(all.data.sessions)}</p>
          </>
        ) : null}
      </section>
    </MeasuresFrame>
  );
}
