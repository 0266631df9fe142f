import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { NoFlight } from '../sessions/no-flight.tsx';
import { ExportForm } from './export-form.tsx';
import { ExportHistory } from './export-history.tsx';
import styles from './page.module.css';

/** Choosing what to take away, and what was taken before. */
export function ExportsPage() {
  const { flight, range } = useScope();
  if (!flight) return <NoFlight />;
  return (
    <div className={styles.page}>
      <h1>{text.exports.title}</h1>
      <ExportForm flight={flight.id} range={range} />
      <ExportHistory key={flight.id} flight={flight.id} />
    </div>
  );
}
