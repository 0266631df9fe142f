import { Button, Select } from '@mantine/core';
import { amountsOf, isGeneral, METRICS, metricId, type Metric } from '@sightline/metrics';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { scaledUnit } from '../../charts/scaled-unit.ts';
import { measureQuery } from '../../data/measures.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { BySelect } from './by-select.tsx';
import { GroupTable } from './group-table.tsx';
import { axisEnds, MeasurePlots } from './measure-plots.tsx';
import { measureChoice, readMeasureSearch, writeAgainst, type MeasureSearch } from './measure-search.ts';
import styles from './measures.module.css';
import { MeasuresFrame } from './measures-frame.tsx';
import { MetricList } from './metric-list.tsx';
import { PairTable } from './pair-table.tsx';
import { ProgressLine } from './progress-line.tsx';
import { useGroupNames } from './use-group-names.ts';

const route = getRouteApi('/app/measures');
const POINTS = 300;

/** One metric over the sessions of the chosen flight and time range, in groups, compared. */
export function MeasuresPage() {
  const { flight, range, choose } = useScope();
  const choice = measureChoice(readMeasureSearch(route.useSearch()));
  const { filter, setFilter } = useFilter();
  const navigate = route.useNavigate();
  const change = (next: MeasureSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const metric = METRICS.find(({ name }) => name === choice.metric) ?? METRICS[0];
  const amounts = metric ? amountsOf(metric) : [];
  const amount = amounts.find((one) => one.amount === choice.amount) ?? amounts[0];
  const by = choice.by === 'part' && !amount?.parts ? 'all' : choice.by;
  const asked = {
    metric: choice.metric,
    amount: amount?.amount ?? '',
    by,
    filter,
    against: choice.against,
    flight: flight?.id ?? '',
    range,
    points: POINTS,
  };
  const { data, error, isPlaceholderData } = useQuery({ ...measureQuery(useApi(), asked), enabled: flight !== undefined });
  const { name, hue } = useGroupNames(flight?.id ?? '', data?.by ?? by, data?.groups.map(({ key }) => key) ?? []);
  if (!flight) return <NoFlight />;

  const largest = data ? axisEnds(data.groups, choice.whole).until : 0;
  const unit = scaledUnit(data?.unit ?? '', largest);
  const sessions = data?.groups.reduce((sum, group) => sum + group.sessions, 0) ?? 0;
  const measured = data?.groups.reduce((sum, group) => sum + group.measured, 0) ?? 0;
  const told = data?.groups.reduce((sum, group) => sum + group.n, 0) ?? 0;
  return (
    <MeasuresFrame aside={data ? <ProgressLine flight={flight.id} progress={data.progress} /> : null}>
      <div className={styles.columns}>
        <MetricList chosen={choice.metric} onChoose={(next) => change({ metric: next, amount: undefined, whole: undefined })} />
        <section className={styles.panel} aria-busy={isPlaceholderData || (!data && !error)}>
          <div className={styles.title}>
            <h2>{metric?.title}</h2>
            <span className="mono quiet">{metric ? metricId(metric) : ''}</span>
            <Link className={styles.note} to="/measures/definitions" search={{ metric: choice.metric }}>
              {text.across.definition}
            </Link>
          </div>
          <p className={`quiet ${styles.definition}`}>{metric?.definition}</p>
          <div className={styles.controls}>
            {amounts.length > 1 ? (
              <Select
                size="xs"
                w={190}
                aria-label={text.across.amount}
                allowDeselect={false}
                value={amount?.amount ?? null}
                data={amounts.map((one) => ({ value: one.amount, label: text.across.amountOf(one.amount) }))}
                onChange={(value) => change({ amount: value ?? undefined, whole: undefined })}
              />
            ) : null}
            {choice.against ? null : (
              <BySelect
                flight={flight.id}
                parts={amount?.parts ?? null}
                by={by}
                onChange={(next) => change({ by: next === 'all' ? undefined : next })}
              />
            )}
            {by !== 'day' && data?.unit !== 'yes/no' ? (
              <Chip chosen={choice.whole} title={text.across.wholeMeaning} onToggle={(whole) => change({ whole: whole || undefined })}>
                {text.across.whole}
              </Chip>
            ) : null}
          </div>
          {choice.against ? (
            <div className={styles.compared}>
              <span className={styles.letter}>{text.across.filterA}</span>
              <FilterBar flight={flight.id} filter={filter} onChange={setFilter} label={text.across.filterA} />
              <span className={styles.letter}>{text.across.filterB}</span>
              <div className={styles.controls}>
                <FilterBar
                  flight={flight.id}
                  filter={choice.against}
                  onChange={(next) => change({ against: writeAgainst(next) })}
                  label={text.across.filterB}
                />
                <Button size="compact-xs" variant="subtle" onClick={() => change({ against: undefined })}>
                  {text.across.compareStop}
                </Button>
              </div>
            </div>
          ) : (
            <div className={styles.controls}>
              <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
              <Button size="compact-xs" variant="subtle" onClick={() => change({ against: writeAgainst({}) })}>
                {text.across.compareWith}
              </Button>
            </div>
          )}
          {error ? <p role="alert">{text.across.failed(error.message)}</p> : null}
          {!data && !error ? <div className={styles.room} /> : null}
          {data && sessions === 0 && data.by !== 'part' ? (
            <EmptyState part title={text.across.empty.none} meaning={text.across.empty.noneMeaning}>
              {range === 'all' ? null : <Button onClick={() => choose({ range: 'all' })}>{text.across.empty.all}</Button>}
            </EmptyState>
          ) : null}
          {data && told === 0 && (sessions > 0 || data.by === 'part') ? (
            <p className="quiet">{whyNothing(metric, sessions - measured)}</p>
          ) : null}
          {data && told > 0 ? (
            <>
              {data.inBoth ? (
                <p role="alert" className={styles.overlap}>
                  {text.across.inBoth(
                    data.inBoth,
                    data.groups.map((group) => ({ name: name(group.key), sessions: group.sessions })),
                  )}
                </p>
              ) : null}
              <MeasurePlots across={data} unit={unit} whole={choice.whole} name={name} hue={hue} points={POINTS} />
              <GroupTable across={data} unit={unit} name={name} hue={hue} />
              <PairTable across={data} unit={unit} name={name} />
              {sessions > measured ? <p className={`quiet ${styles.note}`}>{text.across.unmeasured(sessions - measured)}</p> : null}
            </>
          ) : null}
        </section>
      </div>
    </MeasuresFrame>
  );
}

/** Why a metric tells nothing of any session: some metrics are of sessions with certain events only. */
function whyNothing(metric: Metric | undefined, missing: number): string {
  if (missing === 0) return text.across.nothing;
  return metric && !isGeneral(metric) ? text.across.noneYet(missing) : text.across.notYet(missing);
}
