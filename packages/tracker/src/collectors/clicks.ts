import type { ClickDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';
import type { Collector } from './collector.ts';

/** Clicks of every button, and those that the keyboard makes, on the innermost element that was hit. */
export const clicks: Collector = {
  collect({ page, recorder }) {
    const click = (event: MouseEvent) => {
      // `target` is the host where the click was inside a shadow root.
      const [element] = event.composedPath();
      if (!(element instanceof Element)) return;
      const box = element.getBoundingClientRect();
      const details: ClickDetails = {
        path: pathOf(element),
        tag: element.localName,
        name: element.closest<HTMLElement>('[data-sightline-name]')?.dataset.sightlineName,
        button: event.button,
        x: event.clientX,
        y: event.clientY,
        pageX: event.pageX,
        pageY: event.pageY,
        elementX: (event.clientX - box.x) | 0,
        elementY: (event.clientY - box.y) | 0,
        elementWidth: box.width | 0,
        elementHeight: box.height | 0,
        trusted: event.isTrusted,
      };
      recorder.record({ type: 'interactionEvent', name: 'click', details, at: event.timeStamp });
    };
    page.on('click', click);
    page.on('auxclick', click);
  },
};
