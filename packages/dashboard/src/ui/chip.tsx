import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';

/** A filter that is on or off; while on, it carries the sign that takes it away. */
export const Chip = ({ chosen, onToggle, children }: { chosen: boolean; onToggle: (chosen: boolean) => void; children: ReactNode }) => (
  <button type="button" className={styles.chip} aria-pressed={chosen} onClick={() => onToggle(!chosen)}>
    {children}
    {chosen ? <IconX size={13} aria-hidden /> : null}
  </button>
);
