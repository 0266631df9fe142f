import { text } from '../text/text.ts';
import styles from './heat.module.css';
import { css, GROUP_COLORS, inferno } from './palette.ts';

/** What the colours stand for, in units. */
export const Legend = ({ most, unit }: { most: string; unit: string }) => (
  <span className={styles.legend}>
    <span>0</span>
    <span className={styles.bar} style={{ background: heatGradient }} aria-hidden />
    <span>
      <strong>{most}</strong> {unit}
    </span>
  </span>
);

/** What the colours of a difference stand for: to either side the group that has more. */
export const DifferenceLegend = ({ most, unit, first, second }: { most: string; unit: string; first: string; second: string }) => (
  <span className={styles.legend}>
    <span>{text.heat.moreIn(first, most)}</span>
    <span className={styles.bar} style={{ background: differenceGradient }} aria-hidden />
    <span>
      {text.heat.moreIn(second, most)}, {unit}
    </span>
  </span>
);

const steps = Array.from({ length: 8 }, (_, index) => index / 7);
const heatGradient = `linear-gradient(to right, ${steps.map((share) => css(inferno(0.25 + 0.75 * share))).join(', ')})`;
const differenceGradient = `linear-gradient(to right, ${css(GROUP_COLORS[0])}, ${css(GROUP_COLORS[0], 0.1)}, ${css(GROUP_COLORS[1], 0.1)}, ${css(GROUP_COLORS[1])})`;
