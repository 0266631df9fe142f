/** How far the page is zoomed by gesture, and by the browser together with the screen's own density. */
export const zoomOf = ({ visualViewport, devicePixelRatio }: Window) => ({
  scale: Math.round((visualViewport?.scale ?? 1) * 100) / 100,
  pixelRatio: Math.round(devicePixelRatio * 100) / 100,
});
