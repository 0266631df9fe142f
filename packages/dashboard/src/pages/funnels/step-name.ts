import { text } from '../../text/text.ts';

/** A step in words. */
export function stepName(step: string): string {
  const colon = step.indexOf(':');
  const kind = step.slice(0, colon);
  return Object.hasOwn(text.journeys.kinds, kind)
    ? `${text.journeys.kinds[kind as keyof typeof text.journeys.kinds]} ${step.slice(colon + 1)}`
    : step;
}
