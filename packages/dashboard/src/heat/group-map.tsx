import { useCallback, useState, type ReactNode } from 'react';
import { text } from '../text/text.ts';
import styles from './group-map.module.css';
import { heatFacts } from './heat-facts.ts';
import { HeatMap } from './heat-map.tsx';
import { DifferenceLegend, Legend } from './legend.tsx';
import type { MapKind } from './map-kind.ts';
import { PlainPage } from './plain-page.tsx';
import { css, GROUP_COLORS } from './palette.ts';
import { RecordedPage } from './recorded-page.tsx';
import type { RecordedMoment } from './recorded-moment.ts';
import type { Surface } from './surface.ts';
import { useLayer } from './use-layer.ts';
import type { HeatScope, HeatScopes } from '../data/heat.ts';

/** A group of sessions that has a map of its own. */
export interface Group {
  /** Empty where there is only one. */
  name: string;
  /** Which of two it is, for its colour. */
  place: 0 | 1;
  scope: HeatScope;
}

/** The map of a group, or of the difference between two, with what it is made of and what its colours mean. */
export function GroupMap(props: GroupMapProps) {
  const { groups, scopes, path, kind, behind, anchored: wanted, plain, most, onMost, element, onSurface, over, note } = props;
  const [recorded, setRecorded] = useState<Surface>();
  const surface = recorded && behind ? recorded : plain;
  const anchored = wanted && behind !== undefined;
  const take = useCallback(
    (next: Surface | undefined) => {
      setRecorded(next);
      onSurface(next);
    },
    [onSurface],
  );
  const [first, second] = groups;
  const options = { scopes, path, kind, anchored };
  const one = useLayer({ ...options, place: first.place }, surface);
  // Hooks are called always; the same question is asked once.
  const other = useLayer({ ...options, place: (second ?? first).place }, surface);
  const layers = second ? ([one, other] as const) : ([one] as const);
  const name = groups.map((group) => group.name).join(', ');
  const isWaiting = layers.some(({ pending }) => pending) || (behind !== undefined && !recorded);
  const failure = one.failure ?? (second ? other.failure : null);
  const isNothing =
    !isWaiting &&
    !failure &&
    layers.every(({ density }) => density.most === 0) &&
    layers.every(({ placed }) => !placed || placed.lost === 0);
  const isUnseen = isNothing && layers.every(({ points, reading }) => (points ?? reading)?.sessions === 0);
  const inWords = second && kind === 'scroll' ? text.heat.percentagePoints : kind === 'scroll' ? text.heat.percent : text.heat.amount;
  const asWords = inWords(kind === 'scroll' ? Math.min(1, most) : most);
  return (
    <section className={styles.group} aria-busy={isWaiting}>
      <header className={styles.head}>
        {groups
          .filter((group) => group.name !== '')
          .map((group) => (
            <h2 key={group.name} className={styles.name}>
              <span className={styles.sign} style={{ background: css(GROUP_COLORS[group.place]) }} aria-hidden />
              {group.name}
            </h2>
          ))}
        <div className={isNothing || most === 0 ? styles.reserved : undefined}>
          {second ? (
            <DifferenceLegend most={asWords} unit={text.heat.units[kind]} first={first.name} second={second.name} />
          ) : (
            <Legend most={asWords} unit={text.heat.units[kind]} />
          )}
        </div>
      </header>
      {isNothing ? (
        <div className={styles.nothing}>
          <strong>{isUnseen ? text.heat.unseen : text.heat.nothing[kind]}</strong>
          <p className="quiet">{isUnseen ? text.heat.unseenMeaning : text.heat.nothingMeaning[kind]}</p>
        </div>
      ) : null}
      <HeatMap
        surface={surface}
        behind={behind ? <RecordedPage moment={behind} onSurface={take} /> : <PlainPage surface={surface} />}
        ready={!isNothing && (behind === undefined || recorded !== undefined)}
        kind={kind}
        layers={layers}
        most={most}
        onMost={onMost}
        element={element}
        label={text.heat.map(text.heat.kinds[kind], name)}
      >
        {over?.(surface)}
      </HeatMap>
      <footer className={styles.facts}>
        {failure ? <p role="alert">{text.heat.failed(failure.message)}</p> : null}
        {note === undefined || isUnseen ? null : <p>{note}</p>}
        {groups.map(({ name: of, place }, index) => {
          const layer = layers[index];
          return (
            <p key={place}>
              {second ? `${of}: ` : ''}
              {isWaiting || !layer ? '' : heatFacts(kind, anchored, layer).join(' · ')}
            </p>
          );
        })}
      </footer>
    </section>
  );
}

export interface GroupMapProps {
  /** Two: their difference. */
  groups: readonly [Group] | readonly [Group, Group];
  /** Of all groups there are, in their places: two are asked for at once, also where each has a map of its own. */
  scopes: HeatScopes;
  path: string;
  kind: MapKind;
  /** What stands behind the map; a plain sheet where nothing was recorded. */
  behind: RecordedMoment | undefined;
  anchored: boolean;
  plain: Surface;
  most: number;
  onMost: (most: number) => void;
  element: string | undefined;
  onSurface: (surface: Surface | undefined) => void;
  /** What else lies over the page. */
  over?: (surface: Surface) => ReactNode;
  /** What is to be known of the page behind. */
  note?: string | undefined;
}
