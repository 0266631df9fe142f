import { TextInput } from '@mantine/core';
import { GROUPS, METRICS, metricId, type Group } from '@sightline/metrics';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { measureSettingsQuery } from '../../data/measures.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { NoFlight } from '../sessions/no-flight.tsx';
import { Definition } from './definition.tsx';
import styles from './measures.module.css';
import { MeasuresFrame } from './measures-frame.tsx';
import { ProgressLine } from './progress-line.tsx';

const route = getRouteApi('/app/measures/definitions');

/** Every metric in words, with its source, parameters and worked example, and what this flight measures it with. */
export function DefinitionsPage() {
  const { flight } = useScope();
  const { metric: opened } = route.useSearch();
  const [find, setFind] = useState('');
  const { data, error } = useQuery({ ...measureSettingsQuery(useApi(), flight?.id ?? ''), enabled: flight !== undefined });
  if (!flight) return <NoFlight />;
  const wanted = find.trim().toLocaleLowerCase();
  const shown = METRICS.filter((metric) =>
    [metric.title, metricId(metric), metric.definition].some((words) => words.toLocaleLowerCase().includes(wanted)),
  );
  return (
    <MeasuresFrame aside={data ? <ProgressLine flight={flight.id} progress={data.progress} /> : null}>
      {error ? <p role="alert">{text.across.failed(error.message)}</p> : null}
      <p className={`quiet ${styles.definition}`}>{text.across.definitions.intro}</p>
      <TextInput
        type="search"
        size="xs"
        w={300}
        maw="100%"
        aria-label={text.across.search}
        placeholder={text.across.search}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {(Object.keys(GROUPS) as Group[]).map((group) => {
        const own = shown.filter((metric) => metric.group === group);
        return own.length === 0 ? null : (
          <section key={group} className={`${styles.panel} ${styles.close}`}>
            <h2>{GROUPS[group]}</h2>
            {own.map((metric) => (
              <Definition
                key={metric.name}
                flight={flight.id}
                metric={metric}
                setting={data?.settings.find((one) => one.metric === metric.name)}
                open={opened === metric.name}
              />
            ))}
          </section>
        );
      })}
      {shown.length === 0 ? <p className="quiet">{text.across.noneMatch}</p> : null}
    </MeasuresFrame>
  );
}
