import type { AreaShape } from '@sightline/protocol';
import { useMemo } from 'react';
import type { Surface } from '../surface.ts';
import { areaBoxes } from './area-boxes.ts';
import styles from './areas.module.css';

/** Room for a name over an area. */
const LABEL_PX = 24;

/** One area on the page shown: a rectangle, or each of the elements that its selector found. */
export function AreaOutline({ name, shape, surface, look }: AreaOutlineProps) {
  const boxes = useMemo(() => areaBoxes(shape, surface.boxOf), [shape, surface]);
  return boxes.map(({ x, y, width, height }, index) => (
    <div
      key={`${x} ${y} ${width} ${height}`}
      className={styles.outline}
      data-look={look}
      data-label={y > LABEL_PX ? 'above' : 'inside'}
      style={{ left: x, top: y, width, height }}
    >
      {index === 0 ? <span>{name}</span> : null}
    </div>
  ));
}

interface AreaOutlineProps {
  name: string;
  shape: AreaShape;
  surface: Surface;
  /** `old`: it is being replaced; `draft`: it is not kept yet. */
  look: 'kept' | 'chosen' | 'old' | 'draft';
}
