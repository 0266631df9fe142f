import { isObject, lookedFor, Missing, valueAt, type Sourcer } from './sourcer.ts';

/** The parts of a Vue 3 component that are read. */
interface Component {
  props: Record<string, unknown>;
  setupState?: Record<string, unknown>;
  data?: Record<string, unknown>;
  exposed?: Record<string, unknown> | null;
  proxy?: Record<string, unknown> | null;
  subTree: VNode;
  parent: Component | null;
}

interface VNode {
  el: Node | null;
  component?: Component | null;
  children?: unknown;
  suspense?: { activeBranch: VNode | null } | null;
}

/** A Vue 2 component, as its root element carries it. */
interface Component2 {
  $props?: Record<string, unknown>;
  $data: Record<string, unknown>;
  $parent?: Component2;
  [name: string]: unknown;
}

/** A prop of the nearest Vue component (2 or 3) around the element that has it. */
export const vueComponentProp: Sourcer = (element, request) =>
  nearest(
    element,
    lookedFor(request),
    ({ props }) => [props],
    ({ $props }) => [$props],
  );

/**
 * State of the nearest Vue component (2 or 3) around the element that has it: data, what `setup` returned, computed values. A
 * `<script setup>` in a production build keeps its state to itself, but for what it names in `defineExpose`.
 */
export const vueComponentState: Sourcer = (element, request) =>
  nearest(
    element,
    lookedFor(request),
    ({ setupState, data, exposed, proxy }) => [setupState, data, exposed, proxy],
    (component) => [component.$data, component],
  );

function nearest(
  element: Element,
  path: string,
  of3: (component: Component) => unknown[],
  of2: (component: Component2) => unknown[],
): unknown {
  const [first = ''] = path.split('.');
  for (const places of placesAround(element, of3, of2)) {
    const place = places.find((found) => isObject(found) && first in found);
    if (!place) continue;
    const value = valueAt(place, path);
    return isObject(value) && '__v_isRef' in value ? value.value : value;
  }
  return undefined;
}

function* placesAround(element: Element, of3: (component: Component) => unknown[], of2: (component: Component2) => unknown[]) {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { __vue__, _vnode, __vueParentComponent } = around as { __vue__?: Component2; _vnode?: VNode; __vueParentComponent?: Component };
    if (__vue__) {
      for (let component: Component2 | undefined = __vue__; component; component = component.$parent) yield of2(component);
      return;
    }
    const inner = __vueParentComponent ?? (_vnode && innermost(_vnode, element));
    if (inner) {
      for (let component: Component | null = inner; component; component = component.parent) yield of3(component);
      return;
    }
  }
  throw new Missing('vue: no Vue component around the element');
}

/** Production builds mark only the container of an application: the way down from it finds the component that made the element. */
function innermost(node: VNode, element: Element): Component | undefined {
  const below = [node.component?.subTree, node.suspense?.activeBranch, ...(Array.isArray(node.children) ? node.children : [])];
  for (const next of below) {
    if (!isObject(next) || !('el' in next)) continue;
    const found = innermost(next as unknown as VNode, element);
    if (found) return found;
  }
  if (node.component && within(node.component.subTree, element)) return node.component;
  return undefined;
}

/** Whether a component drew the element itself: fragments have no element of their own, so their children are asked. */
function within(node: VNode, element: Element): boolean {
  if (node.el?.contains(element)) return true;
  return (
    Array.isArray(node.children) &&
    node.children.some((child) => isObject(child) && 'el' in child && within(child as unknown as VNode, element))
  );
}
