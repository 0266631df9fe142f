import { Select, TextInput } from '@mantine/core';
import { GROUPS, METRICS, amountsOf, type Group } from '@sightline/metrics';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import styles from './measures.module.css';

/** Metrics that say something across sessions. */
const TOLD = METRICS.filter((metric) => amountsOf(metric).length > 0);

/** Every metric by group, to choose one from; a field to choose from where it is narrow. */
export function MetricList({ chosen, onChoose }: { chosen: string; onChoose: (metric: string) => void }) {
  const [find, setFind] = useState('');
  const wanted = find.trim().toLocaleLowerCase();
  const shown = TOLD.filter(({ title, name, definition }) =>
    [title, name, definition].some((words) => words.toLocaleLowerCase().includes(wanted)),
  );
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => ({ group, metrics: shown.filter((metric) => metric.group === group) }));
  return (
    <>
      <nav className={styles.list} aria-label={text.across.metrics}>
        <TextInput
          type="search"
          size="xs"
          aria-label={text.across.search}
          placeholder={text.across.search}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <div className={styles.metrics} tabIndex={-1}>
          {groups.map(({ group, metrics }) =>
            metrics.length === 0 ? null : (
              <section key={group}>
                <h2>{GROUPS[group]}</h2>
                {metrics.map(({ name, title, definition }) => (
                  <button
                    key={name}
                    type="button"
                    className={styles.metric}
                    title={definition}
                    aria-current={name === chosen ? 'true' : undefined}
                    onClick={() => onChoose(name)}
                  >
                    {title}
                  </button>
                ))}
              </section>
            ),
          )}
          {shown.length === 0 ? <p className="quiet">{text.across.noneMatch}</p> : null}
        </div>
      </nav>
      <Select
        className={styles.select}
        label={text.across.choose}
        searchable
        allowDeselect={false}
        value={chosen}
        data={(Object.keys(GROUPS) as Group[]).map((group) => ({
          group: GROUPS[group],
          items: TOLD.filter((metric) => metric.group === group).map(({ name, title }) => ({ value: name, label: title })),
        }))}
        onChange={(name) => (name === null ? undefined : onChoose(name))}
      />
    </>
  );
}
