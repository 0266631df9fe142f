import { closestAttribute } from './closest-attribute.ts';
import { cookie } from './cookie.ts';
import { dataset } from './dataset.ts';
import { metaTag } from './meta-tag.ts';
import { svelteComponentState } from './svelte.ts';
import { urlParameter } from './url-parameter.ts';
import { vueComponentProp, vueComponentState } from './vue.ts';

/** Sourcers beyond LogUI's own, in an add-on. */
export const moreSourcers = {
  closestAttribute,
  cookie,
  urlParameter,
  metaTag,
  dataset,
  vueComponentProp,
  vueComponentState,
  svelteComponentState,
} as const;
