import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** A page, or a part of one, with nothing in it yet: one sentence what that means, and what to do. */
export const EmptyState = ({ title, meaning, part, children }: EmptyStateProps) => (
  <section className={part ? `${styles.empty} ${styles.part}` : styles.empty}>
    {part ? <h2>{title}</h2> : <h1>{title}</h1>}
    <p className="quiet">{meaning}</p>
    {children}
  </section>
);

export interface EmptyStateProps {
  title: string;
  meaning: string;
  /** It stands under the page's own title. */
  part?: boolean;
  children?: ReactNode;
}
