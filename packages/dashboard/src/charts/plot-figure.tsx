import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import * as Plot from '@observablehq/plot';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './plot-figure.module.css';

/** What a plot may depend on beside its data. */
export interface PlotRoom {
  width: number;
  dark: boolean;
}

/**
 * A plot with its caption. It is drawn for the width there is; `label` says in words what it shows, and the same numbers stand in a
 * table beside it.
 */
export function PlotFigure({ label, options, minHeight = 120, children }: PlotFigureProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    const place = holder.current;
    if (!place || width < 1) return undefined;
    const plot = Plot.plot({ ...options({ width, dark }), width, style: { background: 'none', fontSize: '12px', fontFamily: 'inherit' } });
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', label);
    plot.removeAttribute('aria-description');
    place.replaceChildren(plot);
    return () => place.replaceChildren();
  }, [options, width, dark, label]);
  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.room} style={{ minHeight }}>
        <div ref={holder} />
      </div>
      {children ? <figcaption className={`quiet ${styles.caption}`}>{children}</figcaption> : null}
    </figure>
  );
}

interface PlotFigureProps {
  label: string;
  /** Kept by `useMemo`: the plot is drawn anew when it changes. */
  options: (room: PlotRoom) => Plot.PlotOptions;
  minHeight?: number;
  children?: ReactNode;
}
