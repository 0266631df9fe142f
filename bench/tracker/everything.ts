/** Every collector there is, as a script tag names them. */
export const EVERYTHING =
  'contextMenu pageFocus URLChanges trackCursor pageResize visibility pageScroll pageZoom pageTitle clipboard errors networkFailures webVitals declaredEvents formFields clickOutcomes';
