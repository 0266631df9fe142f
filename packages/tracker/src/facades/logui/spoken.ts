import type { Collector } from '../../collectors/collector.ts';
import type { Happening } from '../../recorder/recorder.ts';

/** The same collector, with everything that it records told first. */
export const spoken = ({ collect }: Collector, tell: (happening: Happening) => void): Collector => ({
  collect: (surface) => {
    const { recorder } = surface;
    const record = (happening: Happening) => {
      tell(happening);
      recorder.record(happening);
    };
    collect({ ...surface, recorder: { ...recorder, record } });
  },
});
