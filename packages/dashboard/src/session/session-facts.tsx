import type { SessionDetail } from '@sightline/protocol';
import type { ReactNode } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { text } from '../text/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { browserOf } from './browser-of.ts';
import { completenessState, tabWords } from './completeness-words.ts';
import { EraseSession } from './erase-session.tsx';
import styles from './session-facts.module.css';

/** What is known about a session besides its events: whether it is whole, who and what made it. */
export function SessionFacts({ detail, tabNumbers }: { detail: SessionDetail; tabNumbers: ReadonlyMap<string, number> }) {
  const { session, completeness } = detail;
  const { instants } = usePreferences();
  const words = text.session.facts;
  const { browser, system } = browserOf(session.agent);
  const fields = Object.entries(session.applicationSpecificData);
  return (
    <div className={styles.facts}>
      <Part title={text.completeness.title}>
        <p>{text.completeness.meaning[completenessState(completeness)]}</p>
        <ul className={styles.tabs}>
          {completeness.tabs.map((tab, index) =>
            tabWords(tab, tabNumbers.get(tab.tab) ?? index + 1).map((sentence, line) => (
              <li key={sentence} data-more={line > 0}>
                {sentence}
              </li>
            )),
          )}
        </ul>
      </Part>
      {fields.length > 0 ? (
        <Part title={words.data}>
          <List entries={fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])} />
        </Part>
      ) : null}
      <Part title={text.session.about}>
        <List
          entries={[
            [words.started, instants.exact(session.startedAt).split('\n')[0]],
            [words.last, instants.exact(session.lastAt).split('\n')[0]],
            [words.entry, session.entryUrl || '–'],
            [words.browser, [browser, system].filter(Boolean).join(' · ') || '–'],
            [words.dialect, text.dialects[session.dialect]],
            [words.tabs, text.number(session.tabs)],
          ]}
        />
        <Id name={words.id} value={session.id} />
        {session.ref === session.id ? null : <Id name={words.ref} value={session.ref} />}
        {session.visitor === null ? null : <Id name={words.visitor} value={session.visitor} />}
      </Part>
      <EraseSession session={session} />
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
);

const List = ({ entries }: { entries: [name: string, value: ReactNode][] }) => (
  <dl className={styles.list}>
    {entries.map(([name, value]) => (
      <div key={name}>
        <dt className="quiet">{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const Id = ({ name, value }: { name: string; value: string }) => (
  <div className={styles.id}>
    <span className="quiet">{name}</span>
    <code className="cut" title={value}>
      {value}
    </code>
    <CopyButton value={value} label={text.session.copy(name)} sign />
  </div>
);
