import { createMirror, RRWEB_EVENT, type MirrorNode } from '@sightline/metrics';

const STEP = /^(?<tag>[-\w]+)?(?:#(?<id>[-\w]+))?(?<attributes>(?:\[[^\]]*\])*)(?::nth-of-type\(\d+\))?$/;

/** The innermost element of a path, in a page that holds what the path tells and no more; undefined where it cannot be read. */
export function elementOfPath(path: string): MirrorNode | undefined {
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
