import type { SessionDetail } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { headline } from './headline.ts';
import { MetricDefinition } from './metric-definition.tsx';
import styles from './session-metrics.module.css';

/**
 * The session's headline figures; each says on hover or focus how it is defined, and leads to where it happened where it has a place. Where
 * room is short, the last ones give way.
 */
export const SessionMetrics = ({ detail, onGo }: SessionMetricsProps) => (
  <div className={styles.frame}>
    <dl className={styles.strip}>
      {headline(detail).map(({ name, title, figure, definition, origin }) => {
        const go = onGo?.(name);
        return (
          <MetricDefinition key={title} definition={definition} origin={origin}>
            <div className={styles.metric} tabIndex={go ? undefined : 0}>
              <dt className="cut">{title}</dt>
              <dd className="cut">
                {go ? (
                  <button type="button" className={styles.go} aria-label={text.player.jump(title, figure)} onClick={go}>
                    {figure}
                  </button>
                ) : (
                  figure
                )}
              </dd>
            </div>
          </MetricDefinition>
        );
      })}
    </dl>
  </div>
);

interface SessionMetricsProps {
  detail: SessionDetail;
  /** What leads to a figure's next place; nothing where it has none. */
  onGo?: (figure: string) => (() => void) | undefined;
}
