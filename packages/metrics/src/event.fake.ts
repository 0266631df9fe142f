import type { JsonObject, TabId } from '@sightline/protocol';
import type { MeasuredEvent } from './metric.ts';

/** An event for tests: only what matters is said. */
export const event = (name: string, at: number, details: JsonObject = {}, more: Partial<MeasuredEvent> = {}): MeasuredEvent => ({
  tab: '00000000-0000-4000-8000-000000000001' as TabId,
  sequence: at,
  name,
  at,
  type: 'interactionEvent',
  details,
  ...more,
});
