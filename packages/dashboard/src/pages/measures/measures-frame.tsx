import type { ReactNode } from 'react';
import { text } from '../../text/text.ts';
import { MeasuresTabs } from './measures-tabs.tsx';
import styles from './measures.module.css';

/** What stands around every page of measures: their heading, the tabs that lead from one to the other, and beside them what they are all about. */
export const MeasuresFrame = ({ aside, children }: { aside?: ReactNode; children: ReactNode }) => (
  <div className={styles.page}>
    <header className={styles.head}>
      <h1>{text.across.title}</h1>
      <MeasuresTabs />
      {aside}
    </header>
    {children}
  </div>
);
