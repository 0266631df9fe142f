import type { Told } from './told.ts';

const look = (at: number, element: string | undefined, ms: number): Told => [
  at,
  'gaze_fixation',
  { ...(element !== undefined && { element }), duration_ms: ms },
];

/** Fixations in areas and beside them, some overlapping as two eyes' do, and areas that came into view and were not looked at. */
export const LOOKING: readonly Told[] = [
  [2_431_000, 'elementInView', { name: 'price', lengthMs: 900 }],
  [2_432_000, 'elementInView', { name: 'footer', lengthMs: 1_500 }],
  [2_450_000, 'elementInView', { name: 'price', lengthMs: 15_000 }],
  look(2_432_000, 'title', 200),
  look(2_432_300, 'title', 150),
  look(2_432_600, 'price', 120),
  look(2_433_000, 'unknown', 90),
  look(2_433_200, 'price', 80),
  look(2_433_400, 'title', 310.5),
  look(2_433_800, undefined, 60),
  look(2_434_000, 'image', 250),
  look(2_434_100, 'price', 600),
  look(2_434_900, 'title', 100),
  look(2_435_100, 'price', 100),
  look(2_435_300, 'image', 100),
];
