import { closestAttribute } from './closest-attribute.ts';
import { cookie } from './cookie.ts';
import { dataset } from './dataset.ts';
import { metaTag } from './meta-tag.ts';
import { reactComponentProp, reactComponentState } from './react.ts';
import { svelteComponentState } from './svelte.ts';
import { urlParameter } from './url-parameter.ts';
import { vueComponentProp, vueComponentState } from './vue.ts';

/** Sourcers of the add-on: those that know a framework, and those that LogUI does not have. */
export const moreSourcers = {
  closestAttribute,
  cookie,
  urlParameter,
  metaTag,
  dataset,
  reactComponentProp,
  reactComponentState,
  vueComponentProp,
  vueComponentState,
  svelteComponentState,
} as const;
