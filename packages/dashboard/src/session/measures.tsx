import { TextInput } from '@mantine/core';
import type { MetricResult } from '@sightline/protocol';
import { useMemo, useState } from 'react';
import { text } from '../text/text.ts';
import { Measure } from './measure.tsx';
import { measureGroups } from './measure-groups.ts';
import styles from './measures.module.css';

/** Fewer than this are found without searching. */
const SEARCHED_FROM = 12;

/** Everything that is measured in a session, by group; groups with nothing in them are closed until somebody asks. */
export function Measures({ metrics, from }: { metrics: readonly MetricResult[]; from: number }) {
  const [find, setFind] = useState('');
  const groups = useMemo(() => measureGroups(metrics, find), [metrics, find]);
  const isSearching = find.trim() !== '';
  return (
    <div className={styles.measures}>
      {metrics.length >= SEARCHED_FROM ? (
        <TextInput
          type="search"
          aria-label={text.measures.search}
          placeholder={text.measures.search}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      ) : null}
      {groups.length === 0 ? <p className="quiet">{text.measures.noneMatch}</p> : null}
      {groups.map(({ group, metrics: own, telling }) => (
        // What is found is shown, whatever was closed before.
        <details key={`${group} ${isSearching}`} className={styles.group} open={isSearching || telling > 0}>
          <summary>
            <h2>{text.measures.group(group)}</h2>
            <span className="quiet">{text.measures.telling(telling, own.length)}</span>
          </summary>
          <ul>
            {own.map((metric) => (
              <Measure key={metric.metric} metric={metric} from={from} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
