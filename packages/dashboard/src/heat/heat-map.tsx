import { useEffect, useMemo, type ReactNode } from 'react';
import { text } from '../text/text.ts';
import { densityDifference } from './density.ts';
import { reachLines } from './band-density.ts';
import { BandLines, type BandLine } from './band-lines.tsx';
import { HeatCanvas } from './heat-canvas.tsx';
import styles from './heat.module.css';
import type { MapKind } from './map-kind.ts';
import { PageView } from './page-view.tsx';
import type { Surface } from './surface.ts';
import type { Layer } from './use-layer.ts';

const REACH_LINES = [0.9, 0.75, 0.5, 0.25, 0.1];

/** One map on one page: a group's, or with two layers what the second has more or less than the first. */
export function HeatMap({ surface, behind, ready, kind, layers, most, onMost, element, label, children }: HeatMapProps) {
  const [first, second] = layers;
  const shown = useMemo(() => (second ? densityDifference(first.density, second.density) : first.density), [first, second]);
  useEffect(() => onMost(shown.most), [shown.most, onMost]);
  const box = element === undefined ? undefined : surface.boxOf(element);
  return (
    <PageView surface={surface} behind={behind} scrim={ready ? (second ? 'light' : 'dark') : 'none'} label={label}>
      <HeatCanvas density={shown} most={most} signed={second !== undefined} label={label} />
      {second ? null : <BandLines lines={linesOf(kind, first, surface)} />}
      {box ? (
        <div
          ref={(marked) => marked?.scrollIntoView({ block: 'center' })}
          key={element}
          className={styles.marked}
          style={{ inset: 'auto', left: box.x - 4, top: box.y - 4, width: box.width + 8, height: box.height + 8 }}
        />
      ) : null}
      {children}
    </PageView>
  );
}

function linesOf(kind: MapKind, { reading }: Layer, { height }: Surface): BandLine[] {
  if (!reading) return [];
  if (kind === 'scroll')
    return reachLines(reading, REACH_LINES).map(({ part, share }) => ({ y: part * height, words: text.heat.reach(share) }));
  if (reading.views === 0) return [];
  return Array.from({ length: 10 }, (_, index) => ({
    y: (index / 10) * height,
    words: text.heat.inView(mean(reading.seconds.slice(index * 10, index * 10 + 10)) / reading.views),
  }));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

export interface HeatMapProps {
  surface: Surface;
  behind: ReactNode;
  /** It is there, and something is on it. */
  ready: boolean;
  kind: MapKind;
  layers: readonly [Layer] | readonly [Layer, Layer];
  /** What has the last colour: the same for maps beside each other. */
  most: number;
  onMost: (most: number) => void;
  /** The path of an element to be pointed out. */
  element: string | undefined;
  label: string;
  children?: ReactNode;
}
