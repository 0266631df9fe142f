import type { SessionDetail } from '@sightline/protocol';
import { headline } from './headline.ts';
import { MetricDefinition } from './metric-definition.tsx';
import styles from './session-metrics.module.css';

/** The session's headline figures; each says on hover or focus how it is defined. Where room is short, the last ones give way. */
export const SessionMetrics = ({ detail }: { detail: SessionDetail }) => (
  <div className={styles.frame}>
    <dl className={styles.strip}>
      {headline(detail).map(({ title, figure, definition, origin }) => (
        <MetricDefinition key={title} definition={definition} origin={origin}>
          <div className={styles.metric} tabIndex={0}>
            <dt className="cut">{title}</dt>
            <dd className="cut">{figure}</dd>
          </div>
        </MetricDefinition>
      ))}
    </dl>
  </div>
);
