import { skewed } from './skewed.ts';

export const ORIGIN = 'https://shop.example.org';
/** Elements of a page that somebody may do something with. */
export const ELEMENTS = 24;
const PRODUCTS = 80;
const LISTS = ['vases', 'bowls', 'cups', 'jugs', 'plates', 'lamps'];

/** Kinds of pages of a made-up shop. */
export type Kind = 'home' | 'list' | 'search' | 'product' | 'cart' | 'checkout' | 'thanks' | 'help';

/** Where people go from a kind of page, with weights; what is missing to 1 leaves the site. */
const WAYS: Record<Kind, Partial<Record<Kind, number>>> = {
  home: { list: 0.42, search: 0.2, product: 0.12, help: 0.04 },
  list: { product: 0.5, list: 0.18, home: 0.07, search: 0.06 },
  search: { product: 0.46, search: 0.22, home: 0.05, help: 0.03 },
  product: { product: 0.22, list: 0.2, cart: 0.16, search: 0.08, home: 0.08 },
  cart: { checkout: 0.48, product: 0.2, list: 0.1, help: 0.03 },
  checkout: { thanks: 0.62, cart: 0.12, help: 0.06 },
  thanks: { home: 0.2 },
  help: { home: 0.3, product: 0.15, cart: 0.1 },
};

/** Where somebody goes next; undefined where they leave. The treated buy a little more. */
export function nextKind(kind: Kind, random: () => number, treated: boolean): Kind | undefined {
  let left = random();
  for (const [next, weight] of Object.entries(WAYS[kind]) as [Kind, number][]) {
    left -= treated && (next === 'cart' || next === 'checkout') ? weight * 1.15 : weight;
    if (left < 0) return next;
  }
  return undefined;
}

/** The path of a page of a kind. */
export function pathOf(kind: Kind, random: () => number): string {
  if (kind === 'home') return '/';
  if (kind === 'list') return `/list/${LISTS[skewed(random, LISTS.length, 2)]}`;
  if (kind === 'product') return `/product/${1 + skewed(random, PRODUCTS)}`;
  return `/${kind}`;
}

/** An element of a page, as events name it. */
export function elementOf(url: string, element: number) {
  const area = url.slice(ORIGIN.length).split('/')[1] || 'home';
  const tag = element % 3 === 0 ? 'a' : 'button';
  return {
    path: `main > section.${area}:nth-of-type(${1 + (element % 4)}) > div.item > ${tag}.${area}-${element}`,
    tag,
    name: `${area}-${element}`,
  };
}
