import { useRef, useState, type PointerEvent } from 'react';
import { text } from '../../text/text.ts';
import styles from './areas.module.css';
import type { Box } from '../place-points.ts';

/** Smaller is a click that slipped. */
const LEAST_PX = 8;

/** Lets somebody draw a rectangle over the page shown; tells it in the page's own pixels. */
export function DrawArea({ width, onDrawn }: { width: number; onDrawn: (box: Box) => void }) {
  const layer = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const [box, setBox] = useState<Box>();
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width: shown } = layer.current?.getBoundingClientRect() ?? { left: 0, top: 0, width };
    const scale = shown / width || 1;
    return { x: (clientX - left) / scale, y: (clientY - top) / scale };
  };
  return (
    <div
      ref={layer}
      className={styles.draw}
      role="application"
      aria-label={text.heat.areas.draw}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(placeOf(event));
      }}
      onPointerMove={(event) => {
        if (!from) return;
        const { x, y } = placeOf(event);
        setBox({ x: Math.min(x, from.x), y: Math.min(y, from.y), width: Math.abs(x - from.x), height: Math.abs(y - from.y) });
      }}
      onPointerUp={() => {
        if (box && box.width >= LEAST_PX && box.height >= LEAST_PX) onDrawn(box);
        setFrom(undefined);
        setBox(undefined);
      }}
    >
      {box ? <div className={styles.drawn} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} /> : null}
    </div>
  );
}
