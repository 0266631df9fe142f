import { computed } from './computed.ts';
import { elementAttribute } from './element-attribute.ts';
import { elementProperty } from './element-property.ts';
import type { moreSourcers } from './more-sourcers.ts';
import { reactComponentProp, reactComponentState } from './react.ts';
import type { Sourcer } from './sourcer.ts';
import { localStorage, sessionStorage } from './storage.ts';

/** LogUI's own sourcers, and a function given by the page. */
export const sourcers: Readonly<Record<string, Sourcer>> = {
  elementAttribute,
  elementProperty,
  localStorage,
  sessionStorage,
  reactComponentProp,
  reactComponentState,
  function: computed,
};

/** Names of the sourcers in the add-on; the compiler keeps the two alike. */
export const MORE_SOURCERS: Readonly<Record<keyof typeof moreSourcers, true>> = {
  closestAttribute: true,
  cookie: true,
  urlParameter: true,
  metaTag: true,
  dataset: true,
  vueComponentProp: true,
  vueComponentState: true,
  svelteComponentState: true,
};
