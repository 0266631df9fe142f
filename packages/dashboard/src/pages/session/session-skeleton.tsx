import styles from './page.module.css';

/** The page's shape while its facts are on the way. */
export const SessionSkeleton = () => (
  <div className={styles.page} aria-busy>
    <div className={styles.skeleton} style={{ height: 32, width: 320 }} />
    <div className={styles.skeleton} style={{ height: 58 }} />
    <div className={styles.skeleton} style={{ height: 156 }} />
    <div className={styles.skeleton} style={{ flex: 1 }} />
  </div>
);
