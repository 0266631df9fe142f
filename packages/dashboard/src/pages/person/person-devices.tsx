import type { PersonVisitor } from '@sightline/protocol';
import { browserOf } from '../../session/browser-of.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import styles from './page.module.css';

/** The browser profiles somebody came with. */
export const PersonDevices = ({ visitors }: { visitors: readonly PersonVisitor[] | undefined }) => (
  <section className={styles.part} aria-labelledby="devices">
    <h2 id="devices">{text.person.devicesTitle}</h2>
    <ul className={styles.lines}>
      {(visitors ?? []).map(({ visitor, agent, sessions, pageViews, lastAt }) => (
        <li key={visitor}>
          <span title={agent}>{browserOf(agent).short}</span>
          <span className="quiet">
            {text.person.sessionsOf(sessions, pageViews)} · <Instant at={lastAt} />
          </span>
          <code className="quiet cut" title={visitor}>
            {visitor}
          </code>
        </li>
      ))}
    </ul>
  </section>
);
