import { Link } from '@tanstack/react-router';
import { text } from '../text/text.ts';
import { Mark } from '../ui/mark.tsx';
import { DESTINATIONS } from './destinations.ts';
import styles from './rail.module.css';

/** The way to each page: names beside icons, icons alone where it is narrow, a bar at the bottom on a phone. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label={text.frame.navigation}>
      <Link to="/sessions" className={styles.brand} aria-label={text.frame.home}>
        <Mark size={20} />
        <span className={styles.label}>Sightline</span>
      </Link>
      <ul className={styles.list}>
        {DESTINATIONS.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.link} activeProps={{ className: styles.here, 'aria-current': 'page' }} title={label}>
              <Icon size={18} stroke={1.75} aria-hidden />
              <span className={styles.label}>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
