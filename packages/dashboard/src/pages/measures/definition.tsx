import { amountsOf, exampleEvents, metricId, type Metric } from '@sightline/metrics';
import type { MeasureSetting } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { text } from '../../text/text.ts';
import styles from './definition.module.css';
import { ParameterForm } from './parameter-form.tsx';

const SHOWN = 8;

/** One metric: definition, source, what its table holds, parameters, worked example. */
export function Definition({
  flight,
  metric,
  setting,
  open,
}: {
  flight: string;
  metric: Metric;
  setting: MeasureSetting | undefined;
  open: boolean;
}) {
  const words = text.across.definitions;
  const events = exampleEvents(metric.example);
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView();
  }, [open]);
  return (
    <details ref={place} className={styles.definition} open={open} id={metric.name}>
      <summary>
        <strong>{metric.title}</strong>
        <span className="mono quiet">{metricId(metric)}</span>
        <span className="quiet">{metric.unit}</span>
        {setting ? <span className={styles.changed}>{setting.preset ?? words.changed}</span> : null}
      </summary>
      <div className={styles.body}>
        <p className={styles.words}>{metric.definition}</p>
        <p className={`quiet ${styles.words}`}>
          {words.source}: {metric.source}
        </p>
        {metric.columns ? (
          <dl className={styles.columns} aria-label={words.columns}>
            {Object.entries(metric.columns).map(([column, holds]) => (
              <div key={column}>
                <dt className="mono">{column}</dt>
                <dd>{holds}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {Object.keys(metric.parameters).length > 0 ? (
          <ParameterForm key={JSON.stringify(setting ?? null)} flight={flight} metric={metric} setting={setting} />
        ) : null}
        <h3>{words.example}</h3>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${words.example}: ${metric.title}`}>
          <table className={styles.example}>
            <thead>
              <tr>
                <th scope="col">{words.at}</th>
                <th scope="col">{words.event}</th>
                <th scope="col">{words.details}</th>
              </tr>
            </thead>
            <tbody>
              {events.slice(0, SHOWN).map(({ at, name, details, sequence }) => (
                <tr key={sequence}>
                  <td>{at}</td>
                  <td className="mono">{name}</td>
                  <td className="mono">{JSON.stringify(details)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {events.length > SHOWN ? <p className="quiet">{words.more(events.length - SHOWN)}</p> : null}
        <p>
          {words.exampleGives} <code className={styles.value}>{shortened(JSON.stringify(metric.example.value))}</code>
        </p>
        {amountsOf(metric).length > 0 ? (
          <Link to="/measures" search={{ metric: metric.name }}>
            {words.openPlot}
          </Link>
        ) : null}
      </div>
    </details>
  );
}

const LONG = 300;
const shortened = (json: string) => (json.length > LONG ? `${json.slice(0, LONG)} …` : json);
