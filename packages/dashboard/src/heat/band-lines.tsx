import styles from './heat.module.css';

/** Lines across the page with words on them. */
export const BandLines = ({ lines }: { lines: readonly BandLine[] }) =>
  lines.map(({ y, words }) => (
    <div key={y} className={styles.band} style={{ top: y }}>
      <span>{words}</span>
    </div>
  ));

export interface BandLine {
  /** CSS pixels from the page's top. */
  y: number;
  words: string;
}
