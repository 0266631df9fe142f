import type { TabId } from '@sightline/protocol';
import type { Example, MeasuredEvent } from './metric.ts';

const TAB = '00000000-0000-4000-8000-000000000001' as TabId;

/** The events of a worked example as a session of one tab has them. */
export const exampleEvents = ({ events }: Example): MeasuredEvent[] =>
  events.map(([at, name, details = {}, more], sequence) => ({
    tab: TAB,
    sequence,
    type: 'interactionEvent',
    name,
    at,
    pageView: null,
    details,
    metadata: [],
    ...more,
  }));
