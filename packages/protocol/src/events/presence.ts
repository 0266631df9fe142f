import { Type, type Static } from 'typebox';

/**
 * What a tab was, for a while. `hidden` to `active` are nested: a focused tab is visible too, an active one also focused. `frozen`
 * (by the browser) and `asleep` (the machine, or a stopped process) count as no kind of presence.
 */
export const PresenceState = Type.Union([
  Type.Literal('frozen'),
  Type.Literal('asleep'),
  Type.Literal('hidden'),
  Type.Literal('visible'),
  Type.Literal('focused'),
  Type.Literal('active'),
]);
export type PresenceState = Static<typeof PresenceState>;

/**
 * A tab's presence over an interval that is past. The event's own time is the interval's end; a tab's intervals follow each other
 * without overlap. Its length is measured on the monotonic clock, so that no change of the wall clock is in it.
 */
export const presenceDetails = Type.Object({
  state: PresenceState,
  lengthMs: Type.Number({ minimum: 0, description: 'Length of the interval in milliseconds.' }),
  jumpMs: Type.Optional(
    Type.Number({
      description: 'How far the wall clock ran ahead of the monotonic clock within or right after it: sleep, or a clock that was set.',
    }),
  ),
  idleMs: Type.Optional(Type.Number({ description: 'Of an active interval: how old the last input may be at most.' })),
  recovered: Type.Optional(
    Type.Boolean({ description: 'The tab died within it; another document told it later, up to the last sign of life.' }),
  ),
});
export type PresenceDetails = Static<typeof presenceDetails>;
