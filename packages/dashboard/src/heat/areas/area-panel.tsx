import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Area, AreaChange, NewArea } from '@sightline/protocol';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { areaMeasuresQuery, areasQuery } from '../../data/areas.ts';
import type { HeatScope } from '../../data/heat.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import type { Surface } from '../surface.ts';
import { AreaForm } from './area-form.tsx';
import { AreaItem } from './area-item.tsx';
import { AreaTable } from './area-table.tsx';
import styles from './areas.module.css';
import type { AreaDraft } from './use-area-draft.ts';

const words = text.heat.areas;

/** The areas of a page: how to make and change them, and what happened in each. */
export function AreaPanel({ scope, path, by, surface, behind, draft, chosen, onChoose }: AreaPanelProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data } = useQuery(areasQuery(api, scope.flight));
  const areas = data?.areas.filter((area) => area.path === path) ?? [];
  const measures = useQuery({
    ...areaMeasuresQuery(api, scope, { path, by, areas: areas.map(({ id, version }) => `${id}@${version}`) }),
    enabled: areas.length > 0,
  });
  const { of: edited } = draft;
  const [last, setLast] = useState<string>();
  const [made, setMade] = useState(0);
  const [retired, setRetired] = useState<Area>();
  const done = async (id?: string) => {
    draft.begin();
    setLast(id);
    await queryClient.invalidateQueries({ queryKey: ['areas', scope.flight] });
  };
  const add = useMutation({
    mutationFn: (area: NewArea) => api.createArea(scope.flight, area),
    onSuccess: ({ id }) => {
      setMade((before) => before + 1);
      return done(id);
    },
  });
  const change = useMutation({
    mutationFn: (next: AreaChange & { id: string }) => api.changeArea(next.id, next),
    onSuccess: ({ id }) => done(id),
  });
  const retire = useMutation({
    mutationFn: (area: Area) => api.retireArea(area.id),
    onSuccess: (_, area) => {
      setRetired(area);
      return done();
    },
  });
  const restore = useMutation({
    mutationFn: (area: Area) => api.restoreArea(area.id),
    onSuccess: (_, { id }) => {
      setRetired(undefined);
      return done(id);
    },
  });
  const edit = (id: string | undefined) => {
    change.reset();
    setLast(edited);
    draft.begin(id);
  };
  const form = { surface, behind, draft, unnamed: words.unnamed(areas.length + 1) };
  return (
    <section className={styles.panel} aria-label={words.title}>
      {edited === undefined ? (
        <AreaForm
          key={made}
          {...form}
          busy={add.isPending}
          failure={add.error}
          onSave={({ name, shape }) => (shape ? add.mutate({ path, name, shape }) : undefined)}
        />
      ) : null}
      <div className={styles.bar}>
        <p className="quiet">{behind === 'plain' ? words.needsPage : words.meaning}</p>
        {measures.data && areas.length > 0 ? <AreaTable areas={areas} measures={measures.data} /> : null}
      </div>
      {retired ? (
        <p className={styles.bar} role="status">
          {words.retired(retired.name)}
          <Button
            key={retired.id}
            autoFocus
            size="compact-xs"
            variant="subtle"
            loading={restore.isPending}
            onClick={() => restore.mutate(retired)}
          >
            {words.undo}
          </Button>
        </p>
      ) : null}
      <Refusal failure={retire.error ?? restore.error ?? measures.error} />
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.title}>
        {data && areas.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
        {areas.map((area) =>
          area.id === edited ? (
            <AreaForm
              key={area.id}
              {...form}
              area={area}
              busy={change.isPending}
              failure={change.error}
              onSave={({ name, shape }) => change.mutate({ id: area.id, name, ...(shape && { shape }) })}
              onCancel={() => edit(undefined)}
            />
          ) : (
            <AreaItem
              key={area.id}
              area={area}
              rows={measures.data?.rows.filter((row) => row.area === area.id) ?? []}
              chosen={area.id === chosen}
              fresh={area.id === last}
              onChoose={() => onChoose(area.id === chosen ? undefined : area.id)}
              onChange={() => edit(area.id)}
              onRetire={() => retire.mutate(area)}
            />
          ),
        )}
      </div>
    </section>
  );
}

export interface AreaPanelProps {
  scope: HeatScope;
  path: string;
  by: string | undefined;
  /** The recorded page shown; areas can only be made on one. */
  surface: Surface | undefined;
  /** It, as a URL names it; empty until it is known which. */
  behind: string;
  draft: AreaDraft;
  chosen: string | undefined;
  onChoose: (area: string | undefined) => void;
}
