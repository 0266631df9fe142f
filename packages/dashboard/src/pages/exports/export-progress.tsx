import { Progress } from '@mantine/core';
import type { ExportJob } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './page.module.css';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { useNow } from '../../time/use-now.ts';

const words = text.exports;

/** What became of an export, or how far it is. */
export function ExportProgress({ job: { state, sessions, ofSessions, bytes, error, expiresAt } }: { job: ExportJob }) {
  const now = useNow(60_000);
  const { instants } = usePreferences();
  if (state !== 'running') {
    return (
      <span className={styles.state} data-state={state}>
        <span>{words.states[state]}</span>
        {state === 'failed' && error !== null ? <span className={styles.failure}>{error}</span> : null}
        {state === 'erased' ? <span className="quiet">{words.erasedMeaning}</span> : null}
        {state === 'finished' && expiresAt !== null ? <span className="quiet">{words.expires(instants.short(expiresAt, now))}</span> : null}
      </span>
    );
  }
  const share = ofSessions === null || ofSessions === 0 ? 0 : (100 * sessions) / ofSessions;
  return (
    <span className={styles.state} data-state={state}>
      <Progress value={share} size="sm" aria-label={words.states.running} w={150} />
      <span className="quiet">
        {ofSessions === null ? words.states.running : words.progress(sessions, ofSessions)}, {words.written(bytes)}
      </span>
    </span>
  );
}
