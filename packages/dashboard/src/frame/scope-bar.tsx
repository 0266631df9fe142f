import { HealthMark } from '../health/health-mark.tsx';
import { RangeMenu } from '../scope/range-menu.tsx';
import { ScopeMenu } from '../scope/scope-menu.tsx';
import { useScope } from '../scope/use-scope.ts';
import { text } from '../text/text.ts';
import styles from './scope-bar.module.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { applicationsQuery } from '../data/applications.ts';
import { useApi } from '../api-context.ts';

/** Application, flight and time range: chosen once, true on every page. */
export function ScopeBar() {
  const { data } = useSuspenseQuery(applicationsQuery(useApi()));
  const { application, flight, range, choose } = useScope();
  return (
    <div className={styles.scope} role="group" aria-label={text.scope.group}>
      <ScopeMenu
        label={text.scope.application}
        chosen={application}
        options={data.applications}
        onChoose={({ id, flights }) => choose({ application: id, flight: flights[0]?.id })}
      />
      <span className={styles.slash} aria-hidden>
        /
      </span>
      <ScopeMenu
        label={text.scope.flight}
        chosen={flight}
        options={application?.flights ?? []}
        onChoose={({ id }) => choose({ application: undefined, flight: id })}
      />
      {flight ? <HealthMark flight={flight} /> : null}
      <RangeMenu range={range} onChoose={(next) => choose({ range: next })} />
    </div>
  );
}
