import { MARKS_PX } from './moment-marks.tsx';
import { AXIS_PX, LANE_PX } from './timeline-lane.tsx';
import styles from './timeline.module.css';

/** The place of a replay's timeline before it is drawn, as high as it will be. */
export const TimelineRoom = ({ tabs }: { tabs: number }) => (
  <div className={styles.timeline}>
    <div style={{ height: Math.max(1, tabs) * LANE_PX + MARKS_PX + AXIS_PX }} />
    <div className={styles.footRoom} />
  </div>
);
