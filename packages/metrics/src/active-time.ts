import { presenceTime } from './presence/presence-time.ts';

/** Time in which the person did something, or had done so shortly before and went on. */
export const activeTime = presenceTime({
  level: 'active',
  name: 'active_time',
  title: 'Active time',
  definition:
    'Focused time in which the last trusted input (pointer, key, wheel, touch, scroll) was at most the idle limit old; the tail before an idle episode is not credited. Derived: between inputs at most the idle limit apart.',
  source: 'Sightline; the idle limit is 30 s unless the flight sets another.',
});
