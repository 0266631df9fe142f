import { Type, type Static } from 'typebox';

/** The context menu was asked for; as LogUI has it. */
export const contextMenuFiredDetails = Type.Object({
  type: Type.Literal('contextMenuFired'),
});
export type ContextMenuFiredDetails = Static<typeof contextMenuFiredDetails>;
