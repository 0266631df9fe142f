import type { Area } from '@sightline/protocol';
import styles from './areas.module.css';
import type { Surface } from '../surface.ts';
import { areaBox } from './area-shape.ts';

/** The areas of a page with their names, where they are on the page shown. */
export const AreaOutlines = ({ areas, surface, chosen }: { areas: readonly Area[]; surface: Surface; chosen: string | undefined }) =>
  areas.map((area) => {
    const box = areaBox(area.shape, surface.boxOf);
    return box ? (
      <div
        key={area.id}
        className={area.id === chosen ? `${styles.outline} ${styles.chosen}` : styles.outline}
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      >
        <span>{area.name}</span>
      </div>
    ) : null;
  });
