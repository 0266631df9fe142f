import type { Live, LiveSession } from '@sightline/protocol';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import styles from './page.module.css';

/** A line for everybody who is here; it changes in place. */
export function LiveTable({ live: { sessions, at } }: { live: Live }) {
  const words = text.monitor;
  const columns = [words.whoColumn, words.condition, words.page, words.last, words.here, words.arrival, words.flags];
  const hasStep = sessions.some(({ step }) => step !== null);
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={words.who}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* By arrival in the session, so that lines do not change places while they are read. */}
          {sessions
            .toSorted((one, other) => other.startedAt - one.startedAt || one.id.localeCompare(other.id))
            .map((session) => (
              <tr key={session.id} data-idle={session.isIdle || undefined}>
                <th scope="row">
                  <Link to="/sessions/$id" params={{ id: session.id }} search={{}}>
                    {session.participant ?? words.visitor((session.visitor ?? session.id).slice(0, 8))}
                  </Link>
                </th>
                <td>
                  {session.condition ?? '–'}
                  {hasStep && session.step !== null ? <span className="quiet"> · {session.step}</span> : null}
                </td>
                <td className={styles.address} title={session.url}>
                  {pathOf(session.url)}
                </td>
                <td>
                  {session.lastEvent} <span className="quiet">{words.since(Math.max(0, at - session.lastAt))}</span>
                </td>
                <td>
                  {hereFor(at - session.startedAt)}{' '}
                  <span className={session.isIdle ? 'quiet' : styles.active}>{session.isIdle ? words.idle : words.active}</span>
                </td>
                <td>
                  {session.lagMs === null ? '–' : words.lag(session.lagMs)}
                  {session.missing > 0 ? <span className={styles.bad}> {words.missing(session.missing)}</span> : null}
                </td>
                <td>{flagsOf(session)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function flagsOf({ rageClicks, errors }: LiveSession) {
  const flags = [...(rageClicks > 0 ? [text.monitor.rage(rageClicks)] : []), ...(errors > 0 ? [text.monitor.errors(errors)] : [])];
  if (flags.length === 0) return '–';
  return (
    <span className={styles.bad}>
      <IconAlertTriangle size={14} aria-hidden /> {flags.join(', ')}
    </span>
  );
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** Whole seconds: a number that changes every two seconds needs no tenths. */
const hereFor = (ms: number): string => (ms < 60_000 ? text.monitor.seconds(Math.max(0, ms)) : formatDuration(ms));
