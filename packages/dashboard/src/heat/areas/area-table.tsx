import { Button, Modal } from '@mantine/core';
import type { Area, AreaMeasures } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { figuresFor, hasGaze } from './area-figures.ts';
import styles from './areas.module.css';

const words = text.heat.areas;
const SHOWN = 50;

/** All areas beside each other in one table, and the ways of the gaze between them. */
export function AreaTable({
  areas,
  measures: { rows, transitions, sessions, sessionsRead },
}: {
  areas: readonly Area[];
  measures: AreaMeasures;
}) {
  const [open, setOpen] = useState(false);
  const nameOf = (id: string) => areas.find((area) => area.id === id)?.name ?? words.gone;
  const figures = figuresFor(rows);
  const isGrouped = rows.some(({ group }) => group !== '');
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {words.table}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={words.tableTitle}
        size="auto"
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <p className={`quiet ${styles.note}`}>{words.tableNote(sessionsRead, sessions)}</p>
        <div className={styles.wide} role="region" tabIndex={0} aria-label={words.tableTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.area}</th>
                {isGrouped ? <th scope="col">{words.groupHead}</th> : null}
                <th scope="col">{words.sessions}</th>
                {figures.map(({ key }) => (
                  <th key={key} scope="col" title={words.meanings[key]}>
                    {words.figures[key]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.area} ${row.group}`}>
                  <th scope="row">
                    {row.name} <span className="quiet">{words.version(row.version)}</span>
                  </th>
                  {isGrouped ? <td>{row.group || words.noGroup}</td> : null}
                  <td>{text.number(row.sessions)}</td>
                  {figures.map(({ key, say }) => (
                    <td key={key}>{say(row)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {hasGaze(rows) ? <h3>{words.transitions}</h3> : null}
        {transitions.length === 0 ? <p className="quiet">{hasGaze(rows) ? words.noTransitions : words.noGaze}</p> : null}
        {transitions.length > 0 ? (
          <div className={styles.wide} role="region" tabIndex={0} aria-label={words.transitions}>
            <table>
              <thead>
                <tr>
                  {isGrouped ? <th scope="col">{words.groupHead}</th> : null}
                  <th scope="col">{words.from}</th>
                  <th scope="col">{words.to}</th>
                  <th scope="col">{words.count}</th>
                  <th scope="col">{words.probability}</th>
                </tr>
              </thead>
              <tbody>
                {transitions.slice(0, SHOWN).map(({ group, from, to, count, probability }) => (
                  <tr key={`${group} ${from} ${to}`}>
                    {isGrouped ? <td>{group || words.noGroup}</td> : null}
                    <td>{nameOf(from)}</td>
                    <td>{nameOf(to)}</td>
                    <td>{text.number(count)}</td>
                    <td>{text.heat.percent(probability)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {transitions.length > SHOWN ? <p className="quiet">{words.moreTransitions(transitions.length - SHOWN)}</p> : null}
      </Modal>
    </>
  );
}
