import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { text } from '../../text/text.ts';
import type { Box } from '../place-points.ts';
import styles from './areas.module.css';
import { LEAST_PX, movedBox } from './moved-box.ts';
import { visiblePart } from './visible-part.ts';

const words = text.heat.areas;
/** A rectangle for the keyboard begins as this part of what is seen. */
const FIRST = 1 / 3;

/** Lets somebody draw a rectangle over the page shown, by pointer or keys; tells it in the page's own pixels. */
export function DrawArea({ width, height, onDrawn, onCancel }: DrawAreaProps) {
  const layer = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const [box, setBox] = useState<Box>();
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);
  const onPage = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top, width: shown } = layer.current?.getBoundingClientRect() ?? { left: 0, top: 0, width };
    const scale = shown / width || 1;
    return { x: (clientX - left) / scale, y: (clientY - top) / scale };
  };
  const first = (): Box | undefined => {
    if (!layer.current) return undefined;
    const seen = visiblePart(layer.current);
    const { x, y } = onPage({ clientX: seen.x + seen.width * FIRST, clientY: seen.y + seen.height * FIRST });
    const end = onPage({ clientX: seen.x + seen.width * 2 * FIRST, clientY: seen.y + seen.height * 2 * FIRST });
    return { x, y, width: Math.max(LEAST_PX, end.x - x), height: Math.max(LEAST_PX, end.y - y) };
  };
  const finish = () => {
    if (box && box.width >= LEAST_PX && box.height >= LEAST_PX) onDrawn(box);
  };
  const press = (event: KeyboardEvent) => {
    const isArrow = event.key.startsWith('Arrow');
    if (!isArrow && event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') return onCancel();
    if (event.key === 'Enter' && box) return finish();
    const next = box ? movedBox(box, event, { width, height }) : first();
    setBox(next ?? box);
    drawn.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const move = (event: PointerEvent) => {
    if (!from) return;
    const { x, y } = onPage(event);
    setBox({ x: Math.min(x, from.x), y: Math.min(y, from.y), width: Math.abs(x - from.x), height: Math.abs(y - from.y) });
  };
  return (
    <div
      ref={layer}
      className={styles.draw}
      role="application"
      aria-label={words.drawingOn}
      aria-describedby="draw-area-keys"
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setBox(undefined);
        setFrom(onPage(event));
      }}
      onPointerMove={move}
      onPointerUp={() => {
        finish();
        setFrom(undefined);
        setBox(undefined);
      }}
    >
      <span id="draw-area-keys" className={styles.said}>
        {words.drawingKeys}
      </span>
      <span className={styles.said} aria-live="polite">
        {box && !from ? words.boxAt(box) : ''}
      </span>
      {box ? <div ref={drawn} className={styles.drawn} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} /> : null}
    </div>
  );
}

interface DrawAreaProps {
  width: number;
  height: number;
  onDrawn: (box: Box) => void;
  onCancel: () => void;
}
