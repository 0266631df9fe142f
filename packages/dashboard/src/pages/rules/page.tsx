import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { rulesQuery } from '../../data/rules.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { NewRule } from './new-rule.tsx';
import styles from './page.module.css';
import { RulePanel } from './rule-panel.tsx';

const words = text.rules;

/** The rules of the chosen flight, and what they yielded. */
export function RulesPage() {
  const { flight } = useScope();
  const { data, error } = useQuery({ ...rulesQuery(useApi(), flight?.id ?? ''), enabled: flight !== undefined });
  if (!flight) return <NoFlight />;
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p className={`quiet ${styles.meaning}`}>{words.meaning}</p>
      </header>
      <NewRule key={flight.id} flight={flight.id} />
      <Refusal failure={error} />
      {data?.rules.map((rule) => (
        <RulePanel key={rule.id} rule={rule} />
      ))}
      {data && data.rules.length === 0 ? <EmptyState part title={words.empty} meaning={words.emptyMeaning} /> : null}
      {data || error ? null : <div className={styles.skeleton} aria-hidden />}
    </div>
  );
}
