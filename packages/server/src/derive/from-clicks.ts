import type { MeasuredEvent } from '@sightline/metrics';
import { createMirror, RRWEB_EVENT, type MirrorNode } from '@sightline/metrics';
import type { Rule, StoredEvent } from '@sightline/protocol';
import type { Derivation } from './from-recording.ts';
import { pageSelector } from './selector.ts';

/**
 * Applies a rule to a session that was not recorded: from the paths of its clicks, which tell tags, ids and stable attributes on the
 * way from the nearest of those. A path can show that an element is meant; that it is not, it cannot.
 */
export function fromClicks(rule: Rule, events: readonly (MeasuredEvent & Partial<Pick<StoredEvent, 'url'>>)[]): Derivation {
  const derived: Derivation = { events: [], undecided: 0, problems: new Set(['no recording']) };
  if (rule.event !== 'click') {
    derived.problems.add(`${rule.event} is not recorded as an event`);
    return derived;
  }
  const selector = pageSelector(rule.selector);
  let url = '';
  for (const { tab, at, name, details } of events) {
    if (name === 'pageView' && typeof details.url === 'string') url = details.url;
    if (name !== 'click') continue;
    const path = typeof details.path === 'string' ? details.path : '';
    const element = selector.readsPaths ? elementOf(path) : undefined;
    if (!element || !selector.closest(element)) {
      derived.undecided += 1;
      continue;
    }
    derived.events.push({
      tab,
      type: 'interactionEvent',
      name: rule.name,
      at,
      url,
      details: {
        type: 'click',
        path,
        ...(typeof details.x === 'number' && { x: details.x }),
        ...(typeof details.y === 'number' && { y: details.y }),
      },
      metadata: (rule.metadata ?? []).map(({ nameForLog }) => ({ name: nameForLog, value: null, problem: 'no recording' })),
      basis: 'path',
    });
  }
  if (derived.undecided > 0) derived.problems.add('clicks whose element is not known without a recording');
  return derived;
}

const STEP = /^(?<tag>[-\w]+)?(?:#(?<id>[-\w]+))?(?<attributes>(?:\[[^\]]*\])*)(?::nth-of-type\(\d+\))?$/;

/** The innermost element of a path, in a page that holds what the path tells and no more; undefined where it cannot be read. */
function elementOf(path: string): MirrorNode | undefined {
  const steps = path.split(/ >(?:>>)? /).map((step) => STEP.exec(step)?.groups);
  if (path === '' || steps.includes(undefined)) return undefined;
  const node = steps.reduceRight<object | undefined>((inner, step, index) => {
    const attributes = Object.fromEntries(
      [...(step?.attributes ?? '').matchAll(/\[([-\w]+)="([^"]*)"\]/g)].map(([, name, value]) => [name, value]),
    );
    return {
      id: index + 2,
      type: 2,
      tagName: step?.tag ?? 'unknown',
      attributes: { ...attributes, ...(step?.id !== undefined && { id: step.id }) },
      childNodes: inner ? [inner] : [],
    };
  }, undefined);
  const page = createMirror();
  page.apply({ type: RRWEB_EVENT.fullSnapshot, data: { node: { id: 1, type: 0, childNodes: [node] } }, timestamp: 0 });
  return page.state.nodes.get(steps.length + 1);
}
