import { Type, type Static } from 'typebox';

/** The page was zoomed. */
export const viewportZoomDetails = Type.Object({
  type: Type.Literal('viewportZoom'),
  scale: Type.Number({ description: 'By gesture; 1 is none.' }),
  pixelRatio: Type.Number({ description: 'Device pixels for each CSS pixel: the browser’s zoom times the screen’s density.' }),
});
export type ViewportZoomDetails = Static<typeof viewportZoomDetails>;
