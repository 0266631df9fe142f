import { countOf } from './quality/count-of.ts';

/**
 * Changes of the page's zoom.
 *
 * Zoomed in and out again → 2.
 */
export const zoomChanges = countOf(
  {
    name: 'zoom_changes',
    title: 'Zoom changes',
    definition:
      'Number of times that the page was zoomed, by two fingers or by the browser. Whether it began at 100 % cannot be told from a page.',
    source: 'Sightline.',
    example: {
      events: [
        [0, 'viewportZoom', { scale: 1, pixelRatio: 1.5 }],
        [10, 'viewportZoom', { scale: 1, pixelRatio: 1 }],
      ],
      value: 2,
    },
    sees: { viewportZoom: [] },
  },
  () => 1,
);
