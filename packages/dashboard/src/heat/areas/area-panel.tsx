import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Area, AreaMeasure, AreaShape } from '@sightline/protocol';
import { useState, type FormEvent } from 'react';
import { useApi } from '../../api-context.ts';
import { areaMeasuresQuery, areasQuery } from '../../data/areas.ts';
import type { HeatScope } from '../../data/heat.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import type { Surface } from '../surface.ts';
import { selectedShape } from './area-shape.ts';
import styles from './areas.module.css';

const words = text.heat.areas;

/** The areas of a page: how to make one, and what happened in each. */
export function AreaPanel({ scope, path, by, surface, behind, drawn, drawing, chosen, onDraw, onChoose }: AreaPanelProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data } = useQuery(areasQuery(api, scope.flight));
  const areas = data?.areas.filter((area) => area.path === path) ?? [];
  const measures = useQuery({
    ...areaMeasuresQuery(api, scope, { path, by, areas: areas.map(({ id, version }) => `${id}@${version}`) }),
    enabled: areas.length > 0,
  });
  const [name, setName] = useState('');
  const [selector, setSelector] = useState('');
  const [problem, setProblem] = useState<string>();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['areas', scope.flight] });
  const add = useMutation({
    mutationFn: (shape: AreaShape) =>
      api.createArea(scope.flight, { path, name: name.trim() || selector.trim() || words.unnamed(areas.length + 1), shape }),
    onSuccess: async () => {
      setName('');
      setSelector('');
      onDraw(false);
      await refresh();
    },
  });
  const retire = useMutation({ mutationFn: (id: string) => api.retireArea(id), onSuccess: refresh });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const shape = drawn ?? (surface && shapeOf(surface, selector, behind));
    setProblem(shape ? undefined : words.finds(selector));
    if (shape) add.mutate(shape);
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <form className={styles.head} onSubmit={submit}>
        <p className="quiet">{surface ? words.meaning : behind === 'plain' ? words.needsPage : text.heat.loadingPage}</p>
        <div className={styles.row}>
          <TextInput
            className={styles.grow}
            size="xs"
            aria-label={words.name}
            placeholder={words.name}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" variant={drawing ? 'filled' : 'default'} disabled={!surface} onClick={() => onDraw(!drawing)} type="button">
            {drawing ? words.drawing : words.draw}
          </Button>
        </div>
        <div className={styles.row}>
          <TextInput
            className={styles.grow}
            size="xs"
            aria-label={words.selector}
            placeholder={drawn ? words.isDrawn : words.selector}
            maxLength={1_000}
            disabled={drawn !== undefined}
            value={selector}
            onChange={(event) => setSelector(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={!surface || (!drawn && selector.trim() === '')} loading={add.isPending}>
            {words.add}
          </Button>
        </div>
        {problem ? <p role="alert">{problem}</p> : null}
        <Refusal failure={add.error ?? retire.error} />
      </form>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.title}>
        {data && areas.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
        {areas.map((area) => (
          <AreaRows
            key={area.id}
            area={area}
            rows={measures.data?.rows.filter((row) => row.area === area.id) ?? []}
            chosen={area.id === chosen}
            onChoose={onChoose}
            onRetire={() => retire.mutate(area.id)}
          />
        ))}
      </div>
    </section>
  );
}

function shapeOf(surface: Surface, selector: string, behind: string): AreaShape | undefined {
  try {
    return selectedShape(surface, selector.trim(), behind);
  } catch {
    return undefined; // Not a selector: the same answer as one that finds nothing.
  }
}

function AreaRows({
  area,
  rows,
  chosen,
  onChoose,
  onRetire,
}: {
  area: Area;
  rows: AreaMeasure[];
  chosen: boolean;
  onChoose: (id: string | undefined) => void;
  onRetire: () => void;
}) {
  const seconds = (ms: number | null) => (ms === null ? '–' : `${text.heat.amount(ms / 1_000)} s`);
  return (
    <article className={styles.area}>
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(chosen ? undefined : area.id)}>
        {area.name} <span className="quiet">{words.version(area.version)}</span>
      </button>
      <ActionIcon size={22} aria-label={words.retire(area.name)} title={words.retireMeaning} onClick={onRetire}>
        <IconTrash size={14} />
      </ActionIcon>
      {rows.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.group}</th>
              {(['clicks', 'clicked', 'first', 'hover', 'inView', 'gaze'] as const).map((column) => (
                <th key={column} scope="col" title={words.meanings[column]}>
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.group}>
                <th scope="row">{words.group(row.group, row.sessions)}</th>
                <td>{text.number(row.clicks)}</td>
                <td>{row.sessions > 0 ? text.heat.percent(row.sessionsClicked / row.sessions) : '–'}</td>
                <td>{seconds(row.firstClickMs)}</td>
                <td>{seconds(row.hoverMs)}</td>
                <td>{seconds(row.inViewMs)}</td>
                <td>{seconds(row.dwellMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </article>
  );
}

export interface AreaPanelProps {
  scope: HeatScope;
  path: string;
  by: string | undefined;
  /** The recorded page shown; areas can only be made on one. */
  surface: Surface | undefined;
  /** It, as a URL names it. */
  behind: string;
  drawn: AreaShape | undefined;
  drawing: boolean;
  chosen: string | undefined;
  onDraw: (drawing: boolean) => void;
  onChoose: (area: string | undefined) => void;
}
