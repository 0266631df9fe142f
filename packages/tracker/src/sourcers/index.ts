import { closestAttribute } from './closest-attribute.ts';
import { computed } from './computed.ts';
import { cookie } from './cookie.ts';
import { dataset } from './dataset.ts';
import { elementAttribute } from './element-attribute.ts';
import { elementProperty } from './element-property.ts';
import { metaTag } from './meta-tag.ts';
import { reactComponentProp, reactComponentState } from './react.ts';
import type { Sourcer } from './sourcer.ts';
import { localStorage, sessionStorage } from './storage.ts';
import { svelteComponentState } from './svelte.ts';
import { urlParameter } from './url-parameter.ts';
import { vueComponentProp, vueComponentState } from './vue.ts';

/** Every sourcer that a request for metadata can name. */
export const sourcers: Readonly<Record<string, Sourcer>> = {
  elementAttribute,
  elementProperty,
  closestAttribute,
  localStorage,
  sessionStorage,
  cookie,
  urlParameter,
  metaTag,
  dataset,
  reactComponentProp,
  reactComponentState,
  vueComponentProp,
  vueComponentState,
  svelteComponentState,
  function: computed,
};
