import { isObject, lookedFor, Missing, valueAt, type Sourcer } from './sourcer.ts';

/** The parts of React's fibers that have kept their names from 16 to 19. */
interface Fiber {
  type: unknown;
  stateNode: unknown;
  memoizedProps: unknown;
  memoizedState: unknown;
  return: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

interface Hook {
  memoizedState: unknown;
  /** Only of hooks that hold state. */
  queue: unknown;
  next: Hook | null;
}

/** A prop of the nearest React component around the element that has it. */
export const reactComponentProp: Sourcer = (element, request) => {
  const name = lookedFor(request);
  return nearest(element, ({ memoizedProps }) => memoizedProps, name);
};

/**
 * State of the nearest React component around the element that has it. Of a function component, whose states have no names, either
 * the number of the state hook (`0`, `1.city`) or a key of an object that one of them holds.
 */
export const reactComponentState: Sourcer = (element, request) => {
  const name = lookedFor(request);
  return nearest(element, stateOf, name);
};

function nearest(element: Element, read: (component: Fiber) => unknown, path: string): unknown {
  const [first = ''] = path.split('.');
  for (const component of componentsAround(element)) {
    const found = read(component);
    if (isObject(found) && (path in found || first in found)) return valueAt(found, path);
  }
  return undefined;
}

const isClass = ({ stateNode }: Fiber): boolean => isObject(stateNode) && 'props' in stateNode;

function stateOf(component: Fiber): unknown {
  if (isClass(component)) return (component.stateNode as { state: unknown }).state;
  const states: unknown[] = [];
  for (let hook = component.memoizedState as Partial<Hook> | null | undefined; hook && 'next' in hook; hook = hook.next) {
    if (hook.queue) states.push(hook.memoizedState);
  }
  // The first of two hooks with the same key is the one meant.
  return Object.assign({}, ...states.filter(isObject).reduceRight<object[]>((later, state) => [...later, state], []), states);
}

/** Function, class, memo and forwardRef components around an element, from the inside out. */
function componentsAround(element: Element): Fiber[] {
  const line: Fiber[] = [];
  for (let at: Fiber | null = fiberOf(element); at; at = at.return) line.unshift(at);
  const [root, ...steps] = line;
  let current = isObject(root?.stateNode) && (root.stateNode as { current?: Fiber }).current;
  if (!current) throw new Missing('react: the element is no longer in a React tree');
  const components: Fiber[] = [];
  // Each fiber has a twin for the next render, and the line may go through either: walk down again on the side that is shown.
  for (const step of steps) {
    let child: Fiber | null = current.child;
    while (child && child !== step && child !== step.alternate) child = child.sibling;
    current = child ?? step;
    const { type } = current;
    if (typeof type === 'function' || (isObject(type) && ('render' in type || 'compare' in type))) components.unshift(current);
  }
  return components;
}

/** The fiber of the element, or of the nearest around it: React 17 to 19 keep it under one name, 16 under another. */
function fiberOf(element: Element): Fiber {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (const key of Object.keys(at)) {
      if (/^__react(Fiber|InternalInstance)\$/.test(key)) return (at as unknown as Record<string, Fiber>)[key] as Fiber;
    }
  }
  throw new Missing('react: no React component around the element');
}
