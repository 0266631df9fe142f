import type { StoredEvent } from '@sightline/protocol';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './event-list.module.css';

const EXACT_BELOW_MS = 10_000;

/** Everything one event carries: its times, its page, its details as they came. */
export function EventDetails({ event }: { event: StoredEvent }) {
  const { instants } = usePreferences();
  const words = text.events.facts;
  const facts: [string, string][] = [
    [words.at, instants.exact(event.at).replace('\n', ' · ')],
    [
      words.wallAt,
      event.wallAt === event.at ? words.same : text.events.apart(shortLength(event.wallAt - event.at), event.wallAt > event.at),
    ],
    [words.receivedAt, text.events.later(shortLength(event.receivedAt - event.at), event.receivedAt >= event.at)],
    [words.sequence, text.events.inTab(event.sequence, event.tab)],
    [words.url, event.url || '–'],
  ];
  const carried = {
    details: event.details,
    ...(event.metadata.length > 0 ? { metadata: event.metadata } : {}),
    ...(Object.keys(event.applicationSpecificData).length > 0 ? { applicationSpecificData: event.applicationSpecificData } : {}),
  };
  return (
    <div className={styles.carried}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.json}>
        <pre>{JSON.stringify(carried, undefined, 2)}</pre>
        <CopyButton value={JSON.stringify(event, undefined, 2)} label={text.events.copy} />
      </div>
    </div>
  );
}

/** Short lengths to the millisecond, as they say something of the network; long ones as people say them. */
function shortLength(ms: number): string {
  const length = Math.abs(ms);
  return length < EXACT_BELOW_MS ? `${text.number(length)} ms` : formatDuration(length);
}
