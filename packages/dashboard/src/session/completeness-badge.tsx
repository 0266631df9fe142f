import type { SessionDetail } from '@sightline/protocol';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { text } from '../text/text.ts';
import { completenessState, type CompletenessState } from './completeness-words.ts';
import styles from './session-header.module.css';

const SIGNS: Record<CompletenessState, typeof IconCircleCheck> = {
  complete: IconCircleCheck,
  missing: IconAlertTriangle,
  refused: IconAlertTriangle,
  unknown: IconHelpCircle,
};

/** Whether everything that was sent is here, in a word and two numbers. */
export function CompletenessBadge({ completeness }: { completeness: SessionDetail['completeness'] }) {
  const state = completenessState(completeness);
  const Sign = SIGNS[state];
  const { stored, expected } = completeness;
  return (
    <span className={styles.badge} data-state={state} title={text.completeness.meaning[state]}>
      <Sign size={15} aria-hidden />
      {text.completeness.states[state]} {expected === null ? text.number(stored) : `${text.number(stored)}/${text.number(expected)}`}
    </span>
  );
}
