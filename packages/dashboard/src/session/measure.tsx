import type { MetricResult } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { origin } from './headline.ts';
import { MeasureTable } from './measure-table.tsx';
import styles from './measures.module.css';
import { MetricDefinition } from './metric-definition.tsx';
import { metricValue } from './metric-value.ts';

/** One metric by name with its value, table, or the reason why there is none. */
export function Measure({ metric, from }: { metric: MetricResult; from: number }) {
  const value = metricValue(metric);
  const rows = value.type === 'table' ? value.rows : [];
  return (
    <li className={styles.measure}>
      <MetricDefinition definition={metric.definition} origin={origin(metric)}>
        <p className={styles.line} tabIndex={0}>
          <span>{metric.title}</span>
          {value.type === 'figure' ? <strong>{value.figure}</strong> : null}
          {value.type === 'table' ? <span className="quiet">{text.measures.rows(rows.length)}</span> : null}
          {value.type === 'unmeasured' ? <span className="quiet">{text.measures.unmeasured}</span> : null}
        </p>
      </MetricDefinition>
      {rows.length > 0 ? <MeasureTable rows={rows} from={from} title={metric.title} /> : null}
    </li>
  );
}
