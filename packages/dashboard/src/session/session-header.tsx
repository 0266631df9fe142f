import type { SessionDetail } from '@sightline/protocol';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import { Instant } from '../time/instant.tsx';
import { browserOf } from './browser-of.ts';
import { CompletenessBadge } from './completeness-badge.tsx';
import { NotCountedBadge } from './not-counted-badge.tsx';
import styles from './session-header.module.css';
import { sessionName } from './session-name.ts';

/** Which session this is, at a glance. */
export function SessionHeader({ detail }: { detail: SessionDetail }) {
  const { session, completeness } = detail;
  return (
    <header className={styles.header}>
      <Link to="/sessions" className={styles.back} aria-label={text.session.back} title={text.session.back}>
        <IconChevronLeft size={18} aria-hidden />
      </Link>
      <h1 className="cut" title={session.ref}>
        {text.session.title} <span className={styles.name}>{sessionName(session)}</span>
      </h1>
      {Object.entries(session.applicationSpecificData).map(([name, value]) => (
        <span key={name} className={styles.field}>
          <span className="quiet">{name}</span> {typeof value === 'string' ? value : JSON.stringify(value)}
        </span>
      ))}
      <span className={styles.facts}>
        <NotCountedBadge notCounted={session.notCounted} />
        {session.live ? <span className={styles.live}>{text.live}</span> : null}
        <Instant at={session.startedAt} />
        <span>{formatDuration(session.durationMs)}</span>
        <span>{browserOf(session.agent).short}</span>
        <CompletenessBadge completeness={completeness} />
      </span>
    </header>
  );
}
