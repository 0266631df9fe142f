import { Tabs } from '@mantine/core';
import type { SessionDetail } from '@sightline/protocol';
import type { ComponentProps, ReactNode } from 'react';
import { NotesPanel } from '../../player/notes/notes-panel.tsx';
import { text } from '../../text/text.ts';
import { Measures } from '../../session/measures.tsx';
import { SessionFacts } from '../../session/session-facts.tsx';
import type { SessionPanel } from '../../session/session-search.ts';
import styles from './session-side.module.css';

/** Beside the replay or the events: what is known about the session, what was remarked, and everything that is measured in it. */
export const SessionSide = ({ detail, tabNumbers, notes, events, panel, onPanel }: SessionSideProps) => (
  <aside className={styles.side} aria-label={text.session.about}>
    <Tabs
      {...(panel === undefined ? { defaultValue: events ? 'events' : 'details' } : { value: panel })}
      onChange={(chosen) => onPanel?.((chosen ?? 'details') as SessionPanel)}
      classNames={{ root: styles.tabs, list: styles.list, tab: styles.tab, panel: styles.panel }}
    >
      <Tabs.List>
        {events ? <Tabs.Tab value="events">{text.events.title}</Tabs.Tab> : null}
        {events ? <NotesTab count={notes.used.notes.length} /> : null}
        <Tabs.Tab value="details">{text.session.details}</Tabs.Tab>
        <Tabs.Tab value="measures">{text.measures.title}</Tabs.Tab>
        {events ? null : <NotesTab count={notes.used.notes.length} />}
      </Tabs.List>
      {events ? (
        <Tabs.Panel value="events" className={styles.whole}>
          {events}
        </Tabs.Panel>
      ) : null}
      <Tabs.Panel value="details" tabIndex={0}>
        {detail ? <SessionFacts detail={detail} tabNumbers={tabNumbers} /> : null}
      </Tabs.Panel>
      <Tabs.Panel value="measures">{detail ? <Measures metrics={detail.metrics} from={detail.session.startedAt} /> : null}</Tabs.Panel>
      <Tabs.Panel value="notes">
        <NotesPanel {...notes} />
      </Tabs.Panel>
    </Tabs>
  </aside>
);

const NotesTab = ({ count }: { count: number }) => (
  <Tabs.Tab value="notes">
    {text.notes.title}
    {count > 0 ? <span className="quiet"> {text.number(count)}</span> : null}
  </Tabs.Tab>
);

interface SessionSideProps {
  /** Absent while it is on its way. */
  detail: SessionDetail | undefined;
  tabNumbers: ReadonlyMap<string, number>;
  notes: ComponentProps<typeof NotesPanel>;
  /** The list of events, where it stands here and not beside. */
  events?: ReactNode;
  panel?: SessionPanel | undefined;
  onPanel?: (panel: SessionPanel) => void;
}
