import type { Group } from '../handlers/group.ts';
import { WORDS } from './builder-words.ts';
import { element } from './element.ts';

export interface GroupCardDeps {
  name: string;
  group: Group;
  /** How many elements of the page are in it. */
  found: number;
  /** The pointer is over the card, or no longer. */
  point(isOver: boolean): void;
  edit(): void;
  remove(): void;
}

/** A group in the panel's list. */
export function groupCard({ name, group, found, point, edit, remove }: GroupCardDeps): HTMLElement {
  const button = (words: string, onclick: () => void) =>
    element('button', { type: 'button', 'aria-label': `${words} ${name}`, onclick }, words);
  return element(
    'li',
    { onpointerenter: () => point(true), onpointerleave: () => point(false) },
    element(
      'div',
      { class: 'row' },
      element('strong', { class: 'grow' }, name),
      element('span', { class: 'count' }, `${group.event}, ${WORDS.found(found)}`),
    ),
    element('code', {}, group.selector),
    element('div', { class: 'row' }, button(WORDS.edit, edit), button(WORDS.remove, remove)),
  );
}
