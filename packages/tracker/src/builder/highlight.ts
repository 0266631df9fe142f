import { element } from './element.ts';

/** More boxes than this tell nothing more, and cost the page its smoothness. */
const MOST = 200;

/** Boxes over elements: one for what is pointed at, and one for each that a selector matches. */
export interface Highlight {
  point(target: Element | undefined): void;
  mark(targets: readonly Element[]): void;
  stop(): void;
}

/** Draws boxes into a layer that follows the page. */
export function createHighlight(window: Window, layer: HTMLElement): Highlight {
  const pointer = element('div', { class: 'box pointed' });
  const label = element('span', { class: 'tag' });
  pointer.append(label);
  let pointed: Element | undefined;
  let marked: { target: Element; box: HTMLElement }[] = [];
  let running = true;

  const follow = () => {
    if (!running) return;
    place(pointer, pointed);
    for (const { target, box } of marked) place(box, target);
    window.requestAnimationFrame(follow);
  };
  layer.append(pointer);
  follow();

  return {
    point(target) {
      pointed = target;
      label.textContent = target ? nameOf(target) : '';
    },
    mark(targets) {
      for (const { box } of marked) box.remove();
      marked = targets.slice(0, MOST).map((target) => ({ target, box: element('div', { class: 'box marked' }) }));
      layer.prepend(...marked.map(({ box }) => box));
    },
    stop() {
      running = false;
    },
  };
}

function place(box: HTMLElement, target: Element | undefined): void {
  const { left, top, width, height } = target?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 };
  box.hidden = width === 0 && height === 0;
  box.style.transform = `translate(${left}px, ${top}px)`;
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
}

const nameOf = ({ localName, id, classList }: Element) =>
  `${localName}${id ? `#${id}` : ''}${classList.length > 0 ? `.${[...classList].slice(0, 2).join('.')}` : ''}`;
