import { computed } from './computed.ts';
import { elementAttribute } from './element-attribute.ts';
import { elementProperty } from './element-property.ts';
import type { moreSourcers } from './more-sourcers.ts';
import type { Sourcer } from './sourcer.ts';
import { localStorage, sessionStorage } from './storage.ts';

/** Sourcers that are always there; the others are an add-on, loaded where a configuration names one. */
export const sourcers: Readonly<Record<string, Sourcer>> = {
  elementAttribute,
  elementProperty,
  localStorage,
  sessionStorage,
  function: computed,
};

/** Names of the sourcers in the add-on; the compiler keeps the two alike. */
export const MORE_SOURCERS: Readonly<Record<keyof typeof moreSourcers, true>> = {
  closestAttribute: true,
  cookie: true,
  urlParameter: true,
  metaTag: true,
  dataset: true,
  reactComponentProp: true,
  reactComponentState: true,
  vueComponentProp: true,
  vueComponentState: true,
  svelteComponentState: true,
};
