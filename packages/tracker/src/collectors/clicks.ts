import type { ClickDetails } from '@sightline/protocol';
import { pathOf } from '../page/path-of.ts';
import type { Collector } from './collector.ts';

/** Clicks of every button, and those that the keyboard makes, on the innermost element that was hit. */
export const clicks: Collector = {
  name: 'click',
  collect({ page, recorder }) {
    const click = (event: MouseEvent) => {
      // `target` is the host where the click was inside a shadow root.
      const [element] = event.composedPath();
      if (!(element instanceof Element)) return;
      const { button, clientX, clientY, pageX, pageY, isTrusted } = event;
      const details: ClickDetails = {
        path: pathOf(element),
        tag: element.localName,
        name: element.closest<HTMLElement>('[data-sightline-name]')?.dataset.sightlineName,
        button,
        x: clientX,
        y: clientY,
        pageX,
        pageY,
        trusted: isTrusted,
      };
      recorder.record({ type: 'interactionEvent', name: 'click', details, at: event.timeStamp });
    };
    page.on('click', click);
    page.on('auxclick', click);
  },
};
