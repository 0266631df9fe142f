import { Type, type Static } from 'typebox';
import { PresenceState } from '../events/presence.ts';

const level = Type.Union([Type.Literal('open'), Type.Literal('visible'), Type.Literal('focused'), Type.Literal('active')]);
const ms = Type.Union([Type.Integer(), Type.Null()], { description: 'Milliseconds; null where the session’s dialect cannot tell.' });

/** What a tab was over an interval. */
export const PresenceSpell = Type.Object({
  state: PresenceState,
  from: Type.Number({ description: 'Milliseconds since 1970, corrected.' }),
  to: Type.Number(),
  recovered: Type.Boolean({ description: 'Told by another document after the tab had died.' }),
});
export type PresenceSpell = Static<typeof PresenceSpell>;

/** `GET /api/v1/sessions/{id}/presence`: a lane for each tab, and the times of every part of the session. */
export const SessionPresence = Type.Object({
  source: Type.Union([Type.Literal('measured'), Type.Literal('derived')], {
    description: 'Measured by the tracker, or derived from the times of other events.',
  }),
  levels: Type.Array(level, { description: 'The kinds of presence that are known.' }),
  lanes: Type.Array(Type.Object({ tab: Type.String(), spells: Type.Array(PresenceSpell) })),
  idle: Type.Array(Type.Object({ from: Type.Number(), to: Type.Number() }), { description: 'Idle episodes of more than a minute.' }),
  times: Type.Array(
    Type.Object({
      scope: Type.Union(
        [Type.Literal('session'), Type.Literal('tab'), Type.Literal('pageView'), Type.Literal('condition'), Type.Literal('element')],
        { description: 'Which part of the session; its `key` names it.' },
      ),
      key: Type.String({ description: 'A tab, a page view, `field=value` of the application-specific data, or a named element.' }),
      open: ms,
      visible: ms,
      focused: ms,
      active: ms,
    }),
    { description: 'Unions over tabs, never sums.' },
  ),
});
export type SessionPresence = Static<typeof SessionPresence>;
