import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useApi } from '../../api-context.ts';
import { heatBackgroundsQuery, heatReadingQuery, type HeatScope } from '../../data/heat.ts';
import { areasQuery } from '../../data/areas.ts';
import { AreaOutlines } from '../../heat/areas/area-outlines.tsx';
import { AreaPanel } from '../../heat/areas/area-panel.tsx';
import { drawnShape } from '../../heat/areas/area-shape.ts';
import { DrawArea } from '../../heat/areas/draw-area.tsx';
import { useAreaDraft } from '../../heat/areas/use-area-draft.ts';
import { ElementList } from '../../heat/element-list.tsx';
import { GroupMap, type Group } from '../../heat/group-map.tsx';
import { MAP_KINDS } from '../../heat/map-kind.ts';
import { useMost } from '../../heat/use-most.ts';
import { plainSurface, type Surface } from '../../heat/surface.ts';
import { withMember } from '../../filter/filter.ts';
import { text } from '../../text/text.ts';
import { useNow } from '../../time/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
import { BehindChoice, PLAIN } from './behind-choice.tsx';
import { Choice } from './choice.tsx';
import { CompareChoice } from './compare-choice.tsx';
import { behindText, readBehind, type HeatSearch } from './heat-search.ts';
import styles from './page.module.css';

const words = text.heat;
const MINUTE_MS = 60_000;
const PLAIN_WIDTH = 1_280;
const PLAIN_HEIGHT = 2_400;
const PLAIN_VIEWPORT = 800;

/** The maps of one page: one, or two groups' beside each other, or their difference; the elements beside them. */
export function Maps({
  scope,
  path,
  shown,
  show,
}: {
  scope: HeatScope;
  path: string;
  shown: HeatSearch;
  show: (change: HeatSearch) => void;
}) {
  const api = useApi();
  const kind = shown.map ?? 'click';
  const now = useNow(MINUTE_MS);
  const backgrounds = useQuery(heatBackgroundsQuery(api, scope, path));
  const reading = useQuery(heatReadingQuery(api, scope, path));
  const views = backgrounds.data?.views ?? [];
  const chosen = shown.behind ?? (views[0] ? behindText(views[0]) : PLAIN);
  const behind = useMemo(() => {
    const moment = readBehind(chosen);
    return moment && { ...moment, flight: scope.flight };
  }, [chosen, scope.flight]);
  const [surface, setSurface] = useState<Surface>();
  const plain = useMemo(
    () => plainSurface(PLAIN_WIDTH, Math.ceil(reading.data?.heightPx ?? PLAIN_HEIGHT), reading.data?.viewportPx ?? PLAIN_VIEWPORT),
    [reading.data],
  );
  const groups = groupsOf(scope, shown);
  const scopes = groups.length === 2 ? ([groups[0].scope, groups[1].scope] as const) : ([scope] as const);
  const anchored = shown.pixels !== true;
  const { most, tells } = useMost(JSON.stringify([scope, path, kind, anchored, shown.difference, shown.by, shown.first, shown.second]));
  const onSurface = useCallback((next: Surface | undefined) => setSurface(next), []);
  const isPair = groups.length === 2 && !shown.difference;
  const maps: (readonly [Group] | readonly [Group, Group])[] = isPair ? groups.map((group) => [group] as const) : [groups];
  const draft = useAreaDraft();
  const [area, setArea] = useState<string>();
  const areas = useQuery({ ...areasQuery(api, scope.flight), enabled: shown.side === 'areas' });
  const overPage = (on: Surface) => (
    <>
      <AreaOutlines areas={areas.data?.areas.filter((each) => each.path === path) ?? []} surface={on} chosen={area} draft={draft} />
      {draft.drawing && on.document ? (
        <DrawArea
          width={on.width}
          height={on.height}
          onDrawn={(box) => draft.take(drawnShape(on, box, chosen))}
          onCancel={() => draft.draw(false)}
        />
      ) : null}
    </>
  );
  const sideChoice = (
    <Choice
      label={words.side.label}
      options={[
        { value: 'elements', words: words.side.elements },
        { value: 'areas', words: words.side.areas },
      ]}
      chosen={shown.side ?? 'elements'}
      onChoose={(side) => show({ side: side === 'areas' ? 'areas' : undefined })}
    />
  );
  return (
    <>
      <div className={styles.tools}>
        <Choice
          label={words.kind}
          options={MAP_KINDS.map((value) => ({ value, words: words.kinds[value] }))}
          chosen={kind}
          onChoose={(map) => show({ map })}
        />
        {kind === 'scroll' || kind === 'attention' || !(behind || backgrounds.isPending) ? null : (
          <Chip chosen={anchored} title={words.anchoredMeaning} onToggle={(on) => show({ pixels: on ? undefined : true })}>
            {words.anchored}
          </Chip>
        )}
        {backgrounds.isPending ? <div className={`${styles.waiting} ${styles.behind}`} aria-hidden /> : null}
        {views.length > 0 ? <BehindChoice views={views} chosen={chosen} now={now} onChoose={(next) => show({ behind: next })} /> : null}
        <CompareChoice flight={scope.flight} shown={shown} show={show} />
      </div>
      <div className={styles.body}>
        <div className={styles.maps}>
          {backgrounds.isPending ? (
            <div className={styles.skeleton} aria-busy role="status" aria-label={words.loadingPage} />
          ) : (
            maps.map((groupsOfMap) => (
              <GroupMap
                key={groupsOfMap[0].place}
                groups={groupsOfMap}
                scopes={scopes}
                path={path}
                kind={kind}
                behind={behind}
                anchored={anchored}
                plain={plain}
                most={most}
                onMost={tells[groupsOfMap[0].place]}
                element={shown.element}
                onSurface={onSurface}
                over={shown.side === 'areas' ? overPage : undefined}
                note={views.length === 0 ? words.plain : undefined}
              />
            ))
          )}
        </div>
        {shown.side === 'areas' ? (
          <div className={styles.side}>
            {sideChoice}
            <AreaPanel
              scope={scope}
              path={path}
              by={shown.by}
              surface={behind ? surface : undefined}
              behind={backgrounds.isPending ? '' : chosen}
              draft={draft}
              chosen={area}
              onChoose={setArea}
            />
          </div>
        ) : (
          <div className={styles.side}>
            {sideChoice}
            <ElementList
              scopes={scopes}
              path={path}
              surface={behind ? surface : undefined}
              chosen={shown.element}
              onChoose={(element) => show({ element })}
            />
          </div>
        )}
      </div>
    </>
  );
}

/** The group of all sessions, or the two that are compared. */
function groupsOf(scope: HeatScope, { by, first, second }: HeatSearch): readonly [Group] | readonly [Group, Group] {
  if (by === undefined || first === undefined || second === undefined || first === second) return [{ name: '', place: 0, scope }];
  const group = (value: string, place: 0 | 1): Group => ({
    name: `${by} ${value}`,
    place,
    scope: { ...scope, filter: withMember(scope.filter, 'where', `${by}:${value}`) },
  });
  return [group(first, 0), group(second, 1)];
}
