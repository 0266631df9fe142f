import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { liveQuery } from '../../data/studies.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { LiveDot } from '../../ui/live-dot.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { ConditionBars } from './condition-bars.tsx';
import { DropOuts } from './drop-outs.tsx';
import { LiveFeed } from './live-feed.tsx';
import { LiveTable } from './live-table.tsx';
import { NobodyHere } from './nobody-here.tsx';
import styles from './page.module.css';

/** Who is on the flight's pages, what they do, and how the conditions fill. */
export function LivePage() {
  const { flight } = useScope();
  if (!flight) return <NoFlight />;
  return <LiveFlight key={flight.id} flight={flight.id} />;
}

function LiveFlight({ flight }: { flight: string }) {
  const { data, error } = useQuery(liveQuery(useApi(), flight));
  const words = text.monitor;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        {data ? (
          <span className={styles.now} role="status">
            {data.sessions.length > 0 ? <LiveDot live /> : null}
            {words.count(data.sessions.length)}
          </span>
        ) : null}
        <span className="quiet">{words.meaning}</span>
      </header>
      <Refusal failure={data ? null : error} />
      {data && data.conditions.length > 0 ? <ConditionBars conditions={data.conditions} /> : null}
      <div className={styles.columns}>
        <div className={styles.who}>
          {data === undefined ? <div className={styles.waiting} aria-busy /> : null}
          {data && data.sessions.length === 0 ? <NobodyHere flight={flight} /> : null}
          {data && data.sessions.length > 0 ? <LiveTable live={data} /> : null}
        </div>
        <aside className={styles.side}>
          <LiveFeed live={data} />
          {data && data.dropOuts.length > 0 ? <DropOuts dropOuts={data.dropOuts} at={data.at} /> : null}
        </aside>
      </div>
    </div>
  );
}
