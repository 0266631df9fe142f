import { text } from '../text/text.ts';
import styles from './heat.module.css';
import type { Surface } from './surface.ts';

/** A sheet of the page's size with a line where the window ended, for a page that was not recorded. */
export const PlainPage = ({ surface }: { surface: Surface }) => (
  <div className={styles.plain}>
    {Array.from({ length: Math.min(30, Math.floor(surface.height / surface.viewportHeight)) }, (_, index) => (
      <div key={index} className={styles.fold} style={{ top: (index + 1) * surface.viewportHeight }}>
        <span>{text.heat.fold((index + 1) * surface.viewportHeight)}</span>
      </div>
    ))}
  </div>
);
