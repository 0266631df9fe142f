import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { text } from '../text/text.ts';
import styles from './plot-figure.module.css';

/** What a plot may depend on beside its data. */
export interface PlotRoom {
  width: number;
  dark: boolean;
}

/** A value of a plot that the arrow keys lead to, at a place of its scales. */
export interface PlotStop {
  x: unknown;
  y: unknown;
  /** What a screen reader says of it. */
  says: string;
}

/**
 * A plot with its caption. It is drawn for the width there is; `label` says in words what it shows, and the same numbers stand in a
 * table beside it.
 */
export function PlotFigure({ label, options, stops = NONE, minHeight = 120, children }: PlotFigureProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof Plot.plot>>(null);
  const [stop, setStop] = useState(-1);
  const dark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    const place = holder.current;
    if (!place || width < 1) return undefined;
    const plot = Plot.plot({ ...options({ width, dark }), width, style: { background: 'none', fontSize: '12px', fontFamily: 'inherit' } });
    place.replaceChildren(plot);
    drawn.current = plot;
    return () => place.replaceChildren();
  }, [options, width, dark]);
  const go = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined || stops.length === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(stops.length - 1, stop + by));
    const chosen = stops[next];
    setStop(next);
    if (chosen && drawn.current) point(drawn.current, chosen);
  };
  return (
    <figure className={styles.figure}>
      <div
        ref={ref}
        className={styles.room}
        style={{ minHeight }}
        tabIndex={0}
        role="group"
        aria-label={text.across.keys}
        onKeyDown={go}
        onBlur={() => drawn.current?.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }))}
      >
        {/* Its marks carry names that no reader can use; what it shows is said in words. */}
        <div ref={holder} aria-hidden />
        <span className={styles.said}>{label}</span>
        <span className={styles.said} aria-live="polite">
          {stops[stop]?.says}
        </span>
      </div>
      {children ? <figcaption className={`quiet ${styles.caption}`}>{children}</figcaption> : null}
    </figure>
  );
}

const NONE: readonly PlotStop[] = [];
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Shows what pointing at a value shows. */
function point(plot: ReturnType<typeof Plot.plot>, { x, y }: PlotStop) {
  const place = (axis: 'x' | 'y', value: unknown) => {
    const scale = plot.scale(axis);
    return Number(scale?.apply(value) ?? 0) + (scale?.bandwidth ?? 0) / 2;
  };
  const { left, top } = plot.getBoundingClientRect();
  const at = { clientX: left + place('x', x), clientY: top + place('y', y), pointerType: 'mouse', bubbles: true };
  plot.dispatchEvent(new PointerEvent('pointerenter', at));
  plot.dispatchEvent(new PointerEvent('pointermove', at));
}

interface PlotFigureProps {
  label: string;
  /** Kept by `useMemo`: the plot is drawn anew when it changes. */
  options: (room: PlotRoom) => Plot.PlotOptions;
  stops?: readonly PlotStop[];
  minHeight?: number;
  children?: ReactNode;
}
