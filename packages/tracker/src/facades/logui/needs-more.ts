import { ELEMENT_VISIBILITY, type Group } from '../../handlers/group.ts';
import { MORE_SOURCERS } from '../../sourcers/index.ts';
import { browserEventsOf } from './collectors-for.ts';
import type { LogUIConfig } from './logui-config.ts';
import { LOGUI_EVENTS } from './findings-of.ts';

/** Whether a configuration asks for what is in the add-on. */
export const needsMore = (config: LogUIConfig): boolean =>
  config.logUIConfiguration.dispatcher === 'console' ||
  Object.entries(browserEventsOf(config)).some(([key, on]) => on === true && !LOGUI_EVENTS.includes(key)) ||
  Object.values(config.trackingConfiguration).some(({ event, metadata, properties }: Group) => {
    const asked = [...(metadata ?? []), ...((properties?.includeValues ?? []) as { sourcer: string }[])];
    return event === ELEMENT_VISIBILITY || asked.some(({ sourcer }) => sourcer in MORE_SOURCERS);
  });
