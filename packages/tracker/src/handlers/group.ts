/** One value to be taken with an event, as a LogUI configuration asks for it. */
export interface MetadataRequest {
  nameForLog: string;
  sourcer: string;
  /** What the sourcer is to find: the name of an attribute, a dotted path, a function. */
  lookFor?: unknown;
  /** CSS of another element to ask: the first match in the document. */
  onElement?: string;
}

/** The `event` of groups whose elements are watched rather than listened to. */
export const ELEMENT_VISIBILITY = 'elementVisibility';

/** Elements that are tracked alike, as a LogUI configuration describes them. */
export interface Group {
  selector: string;
  /** Name of a handler, or of any DOM event. */
  event: string;
  name?: string;
  /** Whether every tracked element around the one that was hit logs too (LogUI 0.5.4), or only the innermost. */
  bubbling?: 'all' | 'innermost';
  properties?: Record<string, unknown>;
  metadata?: MetadataRequest[];
}

/** The name that a group gives one of its handler's events. */
export function nameIn({ properties }: Group, key: string): string | undefined {
  const property = properties?.[key];
  if (typeof property !== 'object' || property === null || !('name' in property)) return undefined;
  return typeof property.name === 'string' ? property.name : undefined;
}
