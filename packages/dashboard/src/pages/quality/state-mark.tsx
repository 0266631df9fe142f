import type { QualityState } from '@sightline/protocol';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import styles from './quality.module.css';

const SIGNS: Record<QualityState, typeof IconCircleCheck> = {
  complete: IconCircleCheck,
  unknown: IconHelpCircle,
  refused: IconInfoCircle,
  incomplete: IconAlertTriangle,
};

/** How whole a session is, as a sign with its word. */
export function StateMark({ state }: { state: QualityState }) {
  const Sign = SIGNS[state];
  return (
    <span className={styles.state} data-state={state} title={text.quality.stateMeanings[state]}>
      <Sign size={15} aria-hidden />
      {text.quality.states[state]}
    </span>
  );
}
