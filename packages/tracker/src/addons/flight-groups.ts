import type { TrackerFailedDetails } from '@sightline/protocol';
import type { Collector } from '../collectors/collector.ts';
import { groupShape } from '../facades/logui/group-shape.ts';
import { groupTracking } from '../facades/logui/group-tracking.ts';
import { isPlain, type Findings } from '../facades/logui/shape.ts';
import type { Group } from '../handlers/group.ts';
import { elementVisibility } from '../handlers/element-visibility.ts';
import { parsed } from '../identity/parsed.ts';
import { isSelector } from '../page/is-selector.ts';
import { sourcers } from '../sourcers/index.ts';
import { moreSourcers } from '../sourcers/more-sourcers.ts';

/** The groups that a flight's settings track, as LogUI's `trackingConfiguration` (JSON); a group that cannot be used is told, and the others go on. */
export const flightGroups = (configuration: string, warn: (message: string) => void): Collector => ({
  collect(surface) {
    const { page, recorder } = surface;
    const given: unknown = parsed(configuration);
    const shape = groupShape({
      ownHandlers: [],
      sourcers: [...Object.keys(sourcers), ...Object.keys(moreSourcers)],
      isSelector: (selector) => isSelector(page.window, selector),
    });
    const refuse = (message: string) => {
      warn(message);
      recorder.record({ type: 'statusEvent', name: 'trackerFailed', details: { message } satisfies TrackerFailedDetails, quiet: true });
    };
    if (!isPlain(given)) refuse('data-logui: expected groups as JSON; nothing of it is recorded');
    const groups = Object.entries(isPlain(given) ? given : {}).flatMap(([name, group]) => {
      const findings: Findings = { problems: [], unknown: [] };
      shape(group, name, findings);
      if (findings.problems.length === 0) return group as Group;
      refuse(`data-logui: the group ${name} is not recorded. ${findings.problems.join('; ')}`);
      return [];
    });
    if (groups.length > 0) groupTracking({ groups, more: { sourcers: moreSourcers, elementVisibility } }).collect(surface);
  },
});
