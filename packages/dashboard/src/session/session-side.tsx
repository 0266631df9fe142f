import { Tabs } from '@mantine/core';
import type { SessionDetail } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { Measures } from './measures.tsx';
import { SessionFacts } from './session-facts.tsx';
import styles from './session-side.module.css';

/** Beside the events: what is known about the session, and everything that is measured in it. */
export const SessionSide = ({ detail, tabNumbers }: { detail: SessionDetail; tabNumbers: ReadonlyMap<string, number> }) => (
  <aside className={styles.side} aria-label={text.session.about}>
    <Tabs defaultValue="details" classNames={{ root: styles.tabs, list: styles.list, tab: styles.tab, panel: styles.panel }}>
      <Tabs.List>
        <Tabs.Tab value="details">{text.session.details}</Tabs.Tab>
        <Tabs.Tab value="measures">{text.measures.title}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details" tabIndex={0}>
        <SessionFacts detail={detail} tabNumbers={tabNumbers} />
      </Tabs.Panel>
      <Tabs.Panel value="measures">
        <Measures metrics={detail.metrics} from={detail.session.startedAt} />
      </Tabs.Panel>
    </Tabs>
  </aside>
);
