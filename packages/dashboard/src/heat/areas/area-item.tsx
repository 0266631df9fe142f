import { ActionIcon } from '@mantine/core';
import type { Area, AreaMeasure } from '@sightline/protocol';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { text } from '../../text/text.ts';
import { figuresFor } from './area-figures.ts';
import styles from './areas.module.css';

const words = text.heat.areas;

/** An area in the list: its name, which points it out on the page, and what it comes to in each group of sessions. */
export function AreaItem({ area, rows, chosen, fresh, onChoose, onChange, onRetire }: AreaItemProps) {
  const name = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (fresh) name.current?.focus();
  }, [fresh]);
  return (
    <article className={styles.area}>
      <button ref={name} type="button" className={styles.areaName} aria-pressed={chosen} title={words.point(area.name)} onClick={onChoose}>
        <span className="cut">{area.name}</span> <span className="quiet">{words.version(area.version)}</span>
      </button>
      <span>
        <ActionIcon size={22} aria-label={words.change(area.name)} title={words.changeMeaning} onClick={onChange}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon size={22} aria-label={words.retire(area.name)} title={words.retireMeaning} onClick={onRetire}>
          <IconTrash size={14} />
        </ActionIcon>
      </span>
      {rows.length > 0 ? (
        <div className={styles.figures} role="group" tabIndex={0} aria-label={words.figuresOf(area.name)}>
          <table>
            <thead>
              <tr>
                <td />
                {rows.map((row) => (
                  <th key={row.group} scope="col">
                    {words.group(row.group, row.sessions)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figuresFor(rows)
                .filter(({ key }) => SHORT.has(key) || chosen)
                .map(({ key, say }) => (
                  <tr key={key}>
                    <th scope="row" title={words.meanings[key]}>
                      {words.figures[key]}
                    </th>
                    {rows.map((row) => (
                      <td key={row.group}>{say(row)}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </article>
  );
}

/** What is told of areas that are not chosen. */
const SHORT: ReadonlySet<string> = new Set(['clicks', 'reach', 'inView', 'dwell']);

interface AreaItemProps {
  area: Area;
  rows: readonly AreaMeasure[];
  chosen: boolean;
  /** What was done last was done to it: the keyboard goes on from there. */
  fresh: boolean;
  onChoose: () => void;
  onChange: () => void;
  onRetire: () => void;
}
