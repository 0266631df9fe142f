import type { ReactNode } from 'react';
import styles from './entrance.module.css';
import { Mark } from './mark.tsx';

/** The ground of pages before the frame: the sign, a title, one thing to do. */
export const Entrance = ({ title, meaning, wide, children }: { title: string; meaning?: string; wide?: boolean; children?: ReactNode }) => (
  <main className={styles.entrance} data-wide={wide}>
    <div className={styles.brand}>
      <Mark size={24} />
      <span>Sightline</span>
    </div>
    <h1>{title}</h1>
    {meaning ? <p className="quiet">{meaning}</p> : null}
    {children}
  </main>
);
