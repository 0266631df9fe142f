import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { sessionFilter } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { UntilRecorded } from '../../first-look/until-recorded.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { Figures } from './figures.tsx';
import styles from './page.module.css';
import { Series } from './series.tsx';

const route = getRouteApi('/app/overview');
const words = text.overview;
const PAGES = 10;
const LIVE_MS = 5_000;

/** What happened in the flight and time at the top: how much, when, on which pages, from where. */
export function OverviewPage() {
  const { flight, range } = useScope();
  const { filter, setFilter } = useFilter();
  const { count = 'sessions', table = false } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const { timeZone } = usePreferences().preferences;
  const about = ['overview', flight?.id, range, filter, timeZone];
  const shared = { enabled: flight !== undefined, refetchInterval: LIVE_MS, placeholderData: keepPreviousData } as const;
  const asked = () => sessionFilter(filter, { flight: flight?.id ?? '', range, now: Date.now() });
  const { data: overview, error } = useQuery({
    queryKey: about,
    queryFn: ({ signal }) => api.overview({ ...asked(), timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone }, signal),
    ...shared,
  });
  const { data: pages } = useQuery({
    queryKey: [...about, 'pages'],
    queryFn: ({ signal }) => api.pages({ ...asked(), limit: PAGES }, signal),
    ...shared,
  });
  if (!flight) return <NoFlight />;
  const change = (next: { count?: typeof count; table?: boolean }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
      </header>
      <Figures overview={overview} />
      {error && !overview ? <p className={styles.failure}>{words.failed(error.message)}</p> : null}
      {overview?.totals.sessions === 0 ? (
        <UntilRecorded flight={flight} title={words.fresh} meaning={words.freshMeaning}>
          <EmptyState part title={words.none} meaning={words.noneMeaning} />
        </UntilRecorded>
      ) : overview ? (
        <Series
          overview={overview}
          count={count}
          asTable={table}
          onCount={(next) => change({ count: next })}
          onTable={(next) => change({ table: next })}
        />
      ) : (
        <div className={styles.waiting} aria-hidden />
      )}
      {overview && overview.totals.sessions > 0 ? (
        <div className={styles.lower}>
          <section className={styles.panel} aria-labelledby="top-pages">
            <div className={styles.panelHead}>
              <h2 id="top-pages">{words.pages}</h2>
              <Link to="/pages" className={styles.more}>
                {words.allPages}
              </Link>
            </div>
            {pages?.total === 0 ? <p className="quiet">{words.noPages}</p> : null}
            <BarList
              label={words.pages}
              bars={(pages?.pages ?? []).map(({ path, title, views }) => ({
                key: path,
                name: (
                  <Link to="/heatmaps" search={{ path }}>
                    {title || path} {title ? <span className="quiet">{path}</span> : null}
                  </Link>
                ),
                title: path,
                value: views,
                said: words.views(views),
              }))}
            />
          </section>
          <section className={styles.panel} aria-labelledby="sources">
            <div className={styles.panelHead}>
              <h2 id="sources">{words.sources}</h2>
            </div>
            <BarList
              label={words.sources}
              bars={overview.sources.map(({ name, sessions }) => ({
                key: name,
                name: name || words.direct,
                value: sessions,
                said: words.sessions(sessions),
              }))}
            />
          </section>
          <section className={styles.panel} aria-labelledby="devices">
            <div className={styles.panelHead}>
              <h2 id="devices">{words.devices}</h2>
            </div>
            <BarList
              label={words.devices}
              bars={overview.devices.map(({ name, sessions }) => ({
                key: name,
                name: words.device[name as keyof typeof words.device] ?? name,
                value: sessions,
                said: words.sessions(sessions),
              }))}
            />
          </section>
        </div>
      ) : null}
    </div>
  );
}
