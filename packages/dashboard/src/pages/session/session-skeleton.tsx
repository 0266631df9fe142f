import styles from './page.module.css';
import replayed from './replayed-session.module.css';

/** The page's shape while nothing is known of the session. */
export const SessionSkeleton = () => (
  <div className={styles.page} aria-busy>
    <div className={styles.skeleton} style={{ height: 32, width: 320 }} />
    <div className={replayed.replayed}>
      <div className={replayed.left}>
        <div className={`${replayed.screen} ${styles.skeleton}`} />
        <div className={styles.skeleton} style={{ height: 156 }} />
      </div>
      <aside className={styles.skeleton} />
    </div>
    <div className={styles.skeleton} style={{ height: 60 }} />
  </div>
);
