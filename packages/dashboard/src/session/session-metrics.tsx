import { Tooltip } from '@mantine/core';
import type { MetricResult } from '@sightline/protocol';
import { metricValue } from './metric-value.ts';
import styles from './session-metrics.module.css';

/** The session's figures; each says on hover or focus how it is defined. */
export function SessionMetrics({ metrics }: { metrics: readonly MetricResult[] }) {
  return (
    <dl className={styles.strip}>
      {metrics.map((metric) => {
        const { figure, lines } = metricValue(metric);
        return (
          <Tooltip
            key={metric.metric}
            multiline
            w={320}
            label={<Definition metric={metric} lines={lines} />}
            events={{ hover: true, focus: true, touch: true }}
          >
            <div className={styles.metric} tabIndex={0}>
              <dt className="cut">{metric.title}</dt>
              <dd className="cut" data-list={lines.length > 0}>
                {figure}
              </dd>
            </div>
          </Tooltip>
        );
      })}
    </dl>
  );
}

function Definition({ metric, lines }: { metric: MetricResult; lines: string[] }) {
  const parameters = Object.entries(metric.parameters).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return (
    <div className={styles.definition}>
      {lines.length > 1 ? (
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : null}
      <p>{metric.definition}</p>
      <p className="mono">{[metric.metric, ...parameters].join(' · ')}</p>
    </div>
  );
}
