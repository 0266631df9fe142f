import { useEffect, useRef } from 'react';
import type { Density } from './density.ts';
import styles from './heat.module.css';
import { paint } from './paint.ts';
import { bandRamp, differenceRamp, heatRamp } from './palette.ts';

/** Heat over a page: as many pixels as the density has cells, stretched over it. */
export function HeatCanvas({ density, most, signed = false, label }: HeatCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    element.width = density.columns;
    element.height = density.rows;
    element
      .getContext('2d')
      ?.putImageData(
        paint(density, { ramp: signed ? differenceRamp() : density.columns === 1 ? bandRamp() : heatRamp(), most, signed }),
        0,
        0,
      );
  }, [density, most, signed]);
  return <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />;
}

export interface HeatCanvasProps {
  density: Density;
  /** The amount that has the last colour. */
  most: number;
  /** A difference of two. */
  signed?: boolean;
  label: string;
}
