import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** A page with nothing in it yet: one sentence what that means, and what to do. */
export const EmptyState = ({ title, meaning, children }: { title: string; meaning: string; children?: ReactNode }) => (
  <section className={styles.empty}>
    <h2>{title}</h2>
    <p className="quiet">{meaning}</p>
    {children}
  </section>
);
