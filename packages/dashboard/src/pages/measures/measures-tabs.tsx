import { Link } from '@tanstack/react-router';
import { readFilter, writeFilter } from '../../filter/filter.ts';
import { text } from '../../text/text.ts';
import styles from './measures.module.css';

const TABS = [
  { to: '/measures', label: text.across.tabs.compare },
  { to: '/measures/table', label: text.across.tabs.table },
  { to: '/funnels', label: text.across.tabs.funnels },
  { to: '/paths', label: text.across.tabs.paths },
  { to: '/retention', label: text.across.tabs.retention },
  { to: '/measures/definitions', label: text.across.tabs.definitions },
] as const;

/** The ways to look at many sessions; the filter goes along. */
export const MeasuresTabs = () => (
  <nav className={styles.tabs} aria-label={text.across.tabs.label}>
    {TABS.map(({ to, label }) => (
      <Link
        key={to}
        to={to}
        className={styles.tab}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        search={(before: Record<string, unknown>) => writeFilter(readFilter(before))}
      >
        {label}
      </Link>
    ))}
  </nav>
);
