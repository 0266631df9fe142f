import { IconX } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './chip.module.css';

/** A filter that is on or off; while on, it carries the sign that takes it away. */
export const Chip = ({ chosen, onToggle, choice, children, ...rest }: ChipProps) => (
  <button {...rest} type="button" className={styles.chip} aria-pressed={chosen} onClick={() => onToggle(!chosen)}>
    {children}
    {chosen && !choice ? <IconX size={13} aria-hidden /> : null}
  </button>
);

export interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'onToggle' | 'onClick'> {
  chosen: boolean;
  onToggle: (chosen: boolean) => void;
  /** One of several of which one is always on: it cannot be taken away. */
  choice?: boolean;
}
