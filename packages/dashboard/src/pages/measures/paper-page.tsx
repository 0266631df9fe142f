import { Button, Select } from '@mantine/core';
import { amountsOf, GROUPS, METRICS, metricId, type Group } from '@sightline/metrics';
import type { MeasureAcross } from '@sightline/protocol';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { measureQuery } from '../../data/measures.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { FILTER_LISTS } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { BySelect } from './by-select.tsx';
import styles from './measures.module.css';
import { MeasuresFrame } from './measures-frame.tsx';
import { PaperResult } from './paper-result.tsx';
import { paperTable } from './paper-table.ts';

const route = getRouteApi('/app/measures/table');
const FIRST = 'session_duration|active_time|clicks|rage_episode';

/** Chosen metrics by condition in one table, to be copied into a paper. */
export function PaperPage() {
  const { flight, range, choose } = useScope();
  const { filter, setFilter } = useFilter();
  const { metrics = FIRST, by = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const change = (next: { metrics?: string | undefined; by?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const chosen = metrics.split('|').flatMap((written) => {
    const [name = '', amount = ''] = written.split('.column.');
    const metric = METRICS.find((one) => one.name === name);
    const known = metric && (amountsOf(metric).find((one) => one.amount === amount) ?? amountsOf(metric)[0]);
    return metric && known ? [{ written, metric, amount: known.amount }] : [];
  });
  const answers = useQueries({
    queries: chosen.map(({ metric, amount }) => ({
      ...measureQuery(api, { metric: metric.name, amount, by, filter, against: undefined, flight: flight?.id ?? '', range, points: 0 }),
      enabled: flight !== undefined,
    })),
  });
  if (!flight) return <NoFlight />;
  const told = answers.flatMap(({ data }) => (data ? [data as MeasureAcross] : []));
  const table = paperTable(told, (key) => text.across.groupName(key, by));
  const words = text.across.paper;
  const chips = FILTER_LISTS.flatMap((list) => (filter[list] ?? []).map((member) => text.filter.chip(list, member)));
  const note = words.note(text.across.byOf(by, null), chips.length === 0 ? words.allSessions : words.filtered(chips.join('; ')));
  const isNothing = told.length > 0 && told.every(({ groups }) => groups.every(({ sessions }) => sessions === 0));
  const failure = answers.find(({ error }) => error)?.error;
  return (
    <MeasuresFrame>
      <section className={styles.panel} aria-busy={answers.some(({ isPending }) => isPending)}>
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
            w={230}
            searchable
            aria-label={words.add}
            placeholder={words.add}
            value={null}
            data={OFFERS.map(({ group, items }) => ({
              group,
              items: items.filter(({ value }) => !chosen.some(({ written }) => written === value)),
            }))}
            onChange={(value) =>
              value === null ? undefined : change({ metrics: [...chosen.map(({ written }) => written), value].join('|') })
            }
          />
        </div>
        {failure ? <p role="alert">{text.across.failed(failure.message)}</p> : null}
        {isNothing ? (
          <EmptyState part title={text.across.empty.none} meaning={text.across.empty.noneMeaning}>
            {range === 'all' ? null : <Button onClick={() => choose({ range: 'all' })}>{text.across.empty.all}</Button>}
          </EmptyState>
        ) : (
          <PaperResult
            table={table}
            written={chosen.map(({ written }) => written)}
            note={note}
            definitions={chosen.map(({ metric }) => metricId(metric)).join(', ')}
            onRemove={(gone) =>
              change({
                metrics: chosen
                  .map(({ written }) => written)
                  .filter((one) => one !== gone)
                  .join('|'),
              })
            }
          />
        )}
      </section>
    </MeasuresFrame>
  );
}

/** Every number that can be a line of the table. */
const OFFERS = (Object.keys(GROUPS) as Group[]).map((group) => ({
  group: GROUPS[group],
  items: METRICS.filter((metric) => metric.group === group).flatMap((metric) =>
    amountsOf(metric)
      .filter(({ unit }) => unit !== 'text')
      .map(({ amount }) => ({
        value: amount === '' ? metric.name : `${metric.name}.column.${amount}`,
        label: amount === '' ? metric.title : `${metric.title}: ${text.across.amountOf(amount)}`,
      })),
  ),
}));
