import { text } from '../text/text.ts';
import { PRESENCE_HEIGHT_PX } from './presence-strip.tsx';
import styles from './timeline.module.css';

const EXPLAINED = ['active', 'focused', 'visible', 'hidden'] as const;

/** What the band at the foot of a lane says, in the same signs and in words. */
export const PresenceLegend = () => (
  <dl className={styles.legend} aria-label={text.timeline.legend}>
    {EXPLAINED.map((state) => (
      <div key={state} title={text.timeline.presenceStates[state]}>
        <dt>
          <svg width={12} height={PRESENCE_HEIGHT_PX.active} aria-hidden>
            <rect
              width={12}
              y={PRESENCE_HEIGHT_PX.active - PRESENCE_HEIGHT_PX[state]}
              height={PRESENCE_HEIGHT_PX[state]}
              fill={`var(--presence-${state})`}
            />
          </svg>
          {state}
        </dt>
        <dd className="quiet">{text.timeline.presenceStates[state]}</dd>
      </div>
    ))}
  </dl>
);
