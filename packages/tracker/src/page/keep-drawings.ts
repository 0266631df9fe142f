/** Lets canvases keep what WebGL draws on them, which is else gone once it is on the screen: their pictures are taken later. */
export function keepDrawings({ HTMLCanvasElement: { prototype } }: Window & typeof globalThis): () => void {
  const own = prototype.getContext as (this: HTMLCanvasElement, type: string, attributes?: object) => RenderingContext | null;
  const keeping = function (this: HTMLCanvasElement, type: string, attributes?: object) {
    return own.call(this, type, /webgl/.test(type) ? { ...attributes, preserveDrawingBuffer: true } : attributes);
  } as typeof prototype.getContext;
  prototype.getContext = keeping;
  return () => {
    // Somebody may have put another in its place.
    if (prototype.getContext === keeping) prototype.getContext = own as typeof prototype.getContext;
  };
}
