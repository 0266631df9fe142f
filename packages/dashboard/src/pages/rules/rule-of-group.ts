import { DERIVABLE_EVENTS, type Rule, type RuleMetadata, type RuleProperties } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** A LogUI group, as JSON, as the rule that does the same; or what is wrong with it. */
export function ruleOfGroup(json: string): Rule | string {
  const group = read(json);
  if (group === undefined) return text.rules.groupProblems.json;
  const { selector, name, bubbling = 'all', properties, metadata } = group;
  const event = DERIVABLE_EVENTS.find((one) => one === group.event);
  if (typeof selector !== 'string' || selector === '') return text.rules.groupProblems.selector;
  if (event === undefined) return text.rules.groupProblems.event(String(group.event));
  const named = typeof name === 'string' && name !== '' ? name : firstName(properties);
  if (named === undefined) return text.rules.groupProblems.name;
  return {
    selector,
    event,
    name: named,
    bubbling: bubbling === 'innermost' ? 'innermost' : 'all',
    ...(isObject(properties) && { properties: properties as RuleProperties }),
    ...(Array.isArray(metadata) && metadata.length > 0 && { metadata: metadata as RuleMetadata[] }),
  };
}

function read(json: string): Record<string, unknown> | undefined {
  try {
    const group: unknown = JSON.parse(json);
    return isObject(group) ? group : undefined;
  } catch {
    // It is being typed.
    return undefined;
  }
}

/** Groups of LogUI's handlers are named step by step. */
const firstName = (properties: unknown): string | undefined =>
  isObject(properties)
    ? Object.values(properties).flatMap((step) =>
        isObject(step) && typeof step.name === 'string' && step.name !== '' ? [step.name] : [],
      )[0]
    : undefined;

const isObject = (given: unknown): given is Record<string, unknown> => typeof given === 'object' && given !== null && !Array.isArray(given);
