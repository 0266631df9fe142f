import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import styles from './heat.module.css';
import type { Surface } from './surface.ts';

/** A page as wide as there is room, scrolling down; what is given is laid over it in the page's own pixels. */
export function PageView({ surface, behind, scrim = 'dark', label, children }: PageViewProps) {
  const { ref, width } = useElementSize();
  const scale = width > 0 ? Math.min(1.25, width / surface.width) : 1;
  return (
    <div ref={ref} className={styles.view} role="region" aria-label={label} tabIndex={0}>
      <div className={styles.scaled} style={{ width: surface.width * scale, height: surface.height * scale }}>
        <div
          className={styles.page}
          style={{ width: surface.width, height: surface.height, transform: `scale(${scale})`, '--scale': scale } as CSSProperties}
        >
          {behind}
          {scrim === 'none' ? null : <div className={styles[scrim]} />}
          {children}
        </div>
      </div>
    </div>
  );
}

export interface PageViewProps {
  surface: Surface;
  /** The page itself; a plain sheet with a grid where there is none. */
  behind: ReactNode;
  /** What lies between the page and the heat, so that the heat is what is seen. */
  scrim?: 'dark' | 'light' | 'none';
  label: string;
  children: ReactNode;
}
