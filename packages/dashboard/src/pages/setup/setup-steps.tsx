import { IconCheck } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import styles from './setup-steps.module.css';

const STEPS = ['account', 'flight', 'event'] as const;

/** How far setting up is. */
export function SetupSteps({ at }: { at: (typeof STEPS)[number] }) {
  const now = STEPS.indexOf(at);
  return (
    <ol className={styles.steps} aria-label={text.setup.steps}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-done={index < now}>
          {index < now ? <IconCheck size={14} aria-hidden /> : <span aria-hidden>{index + 1}</span>}
          {text.setup.step[step]}
        </li>
      ))}
    </ol>
  );
}
