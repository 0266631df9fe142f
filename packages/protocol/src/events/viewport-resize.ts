import { Type, type Static } from 'typebox';

/** The viewport has another size; as LogUI has it. */
export const viewportResizeDetails = Type.Object({
  type: Type.Literal('viewportResize'),
  viewportWidth: Type.Number(),
  viewportHeight: Type.Number(),
  stringRepr: Type.String({ description: 'Width and height, as `900x650`.' }),
});
export type ViewportResizeDetails = Static<typeof viewportResizeDetails>;
